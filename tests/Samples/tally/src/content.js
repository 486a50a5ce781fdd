const words = document.body.innerText.split(/\s+/u).filter(Boolean).length;

chrome.runtime.sendMessage({ kind: 'words', count: words });
