// Makes dist/ (or the folder given): the files of src/, the version of package.json in the manifest.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const target = process.argv[2] ?? join(here, 'dist');
const { version } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
const [numbers] = version.split('-');

await rm(target, { recursive: true, force: true });
await cp(join(here, 'src'), target, { recursive: true });

const manifest = JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8'));
manifest.version = numbers;
manifest.version_name = version;
await writeFile(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(`built ${version} in ${target}`);
