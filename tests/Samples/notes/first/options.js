localStorage.theme ??= 'light';
document.getElementById('dark').checked = localStorage.theme === 'dark';
