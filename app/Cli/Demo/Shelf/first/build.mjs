// Makes dist/: what users get, and nothing else.
import { cp, rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });

for (const part of ['manifest.json', 'icons', 'src']) {
  await cp(part, `dist/${part}`, { recursive: true });
}
