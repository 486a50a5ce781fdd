// An extension of 300 files and 5.3 MB that reads like code and is the same each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [target] = process.argv.slice(2);
let state = 1;
const next = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
const words = Array.from({ length: 2000 }, () => Array.from({ length: 3 + next(8) }, () => String.fromCharCode(97 + next(26))).join(''));
const word = () => words[next(words.length)];

mkdirSync(join(target, 'src'), { recursive: true });
writeFileSync(join(target, 'manifest.json'), '{ "manifest_version": 3, "name": "Bench", "version": "1.0.0" }\n');

for (let file = 1; file < 300; file++) {
  let text = '';
  while (text.length < 5_300_000 / 299) {
    text += `const ${word()} = (${word()}, ${word()}) => ${word()}.${word()}(${next(10000)});\n`;
  }
  writeFileSync(join(target, 'src', `${file}.js`), text);
}
