chrome.storage.locale.get('notes');
