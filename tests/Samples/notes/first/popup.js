chrome.storage.local.get('notes').then(({ notes = [] }) => {
  for (const note of notes) {
    document.getElementById('list').appendChild(document.createElement('li')).textContent = note.text;
  }
});
