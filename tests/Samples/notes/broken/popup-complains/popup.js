console.error('Cannot read', { notes: 1 });
Promise.reject(new Error('no notes'));
