// npm crx3 with the same work: a zip and a CRX of the folder that holds the manifest.
const [manifest, keyPath, zipPath, crxPath] = process.argv.slice(2);

require('crx3')([manifest], { keyPath, zipPath, crxPath }).catch((wrong) => {
  console.error(wrong);
  process.exit(1);
});
