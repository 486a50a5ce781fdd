import { line } from './titles.js';

const { titles = [] } = await chrome.storage.local.get('titles');

document.getElementById('titles').append(...titles.map(line));
