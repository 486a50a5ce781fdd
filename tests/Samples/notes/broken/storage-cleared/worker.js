chrome.runtime.onInstalled.addListener(() => chrome.storage.local.set({ notes: [] }));
indexedDB.deleteDatabase('drawer');
