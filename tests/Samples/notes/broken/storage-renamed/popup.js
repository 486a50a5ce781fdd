chrome.storage.local.get('memos').then(({ memos = [] }) => {
  document.getElementById('list').textContent = `${memos.length}`;
});
