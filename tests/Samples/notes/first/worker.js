chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === 'install') {
    await chrome.storage.local.set({ notes: [{ text: 'Buy milk', done: false }] });
    await keepDraft('Call Ada');
  }
});

function keepDraft(text) {
  return new Promise((yes, no) => {
    const opening = indexedDB.open('drawer', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { autoIncrement: true });
    opening.onerror = () => no(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('drafts', 'readwrite');
      writing.objectStore('drafts').add({ text });
      writing.oncomplete = () => { opening.result.close(); yes(); };
    };
  });
}
