chrome.runtime.onInstalled.addListener(async () => {
  const { notes = [] } = await chrome.storage.local.get('notes');
  await chrome.storage.local.set({ memos: { schema: 2, all: notes } });
  await chrome.storage.local.remove('notes');
});
indexedDB.open('drawer').onsuccess = ({ target }) => target.result.transaction('drafts');
