chrome.runtime.onInstalled.addListener(async () => {
  const { titles = ['What is worth reading'] } = await chrome.storage.local.get('titles');

  await chrome.storage.local.set({ titles });
});
