chrome.storage.local.get('memos').then(({ memos }) => {
  for (const note of memos?.all ?? []) {
    document.getElementById('list').appendChild(document.createElement('li')).textContent = note.text;
  }
});
