// Azurite, as the tests run it: it ends when whoever started it is gone, however that went, and its clock can be moved.
// A line on standard input is milliseconds to move by and a number of its own; it is answered by that number when it is done.
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
    const [milliseconds, number] = line.split(' ');
    ahead += Number(milliseconds);
    console.log(`moved ${number}`);
  })
  .on('close', () => process.exit(0));
