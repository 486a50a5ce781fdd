import { load } from './store.js';

const { pages, words } = await load();

document.getElementById('tally').textContent = chrome.i18n.getMessage('tally', [String(words), String(pages)]);
