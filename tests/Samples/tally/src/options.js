import { load, save } from './store.js';

const field = document.getElementById('least');
document.getElementById('label').textContent = chrome.i18n.getMessage('least');
field.value = (await load()).least;

field.addEventListener('change', async () => {
  await save({ ...(await load()), least: Math.max(1, field.valueAsNumber || 1) });
});
