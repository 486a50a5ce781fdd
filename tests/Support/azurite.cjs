// Azurite, as the tests run it: it ends when whoever started it is gone, however that went, and its clock can be moved.
// A line on standard input is milliseconds to move by; it is answered by a line when that is done.
const readline = require('node:readline');
const RealDate = Date;
let ahead = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts));
  }

  static now() {
    return RealDate.now() + ahead;
  }
};

readline.createInterface({ input: process.stdin })
  .on('line', (line) => {
    ahead += Number(line);
    console.log(`moved ${line}`);
  })
  .on('close', () => process.exit(0));
