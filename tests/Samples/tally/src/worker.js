import { load, save } from './store.js';

chrome.runtime.onInstalled.addListener(async () => save(await load()));

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message?.kind !== 'words' || !Number.isSafeInteger(message.count)) {
    return false;
  }

  count(message.count).then(answer);

  return true; // the answer comes later
});

async function count(words) {
  const tally = await load();

  if (words >= tally.least) {
    tally.pages += 1;
    tally.words += words;
    await save(tally);
  }

  return tally;
}
