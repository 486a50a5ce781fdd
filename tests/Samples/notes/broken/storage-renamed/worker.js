chrome.runtime.onInstalled.addListener(async () => {
  await chrome.storage.local.remove('notes');
  await chrome.storage.local.set({ memos: [] });
});
