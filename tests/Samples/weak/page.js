const key = 'AKIAIOSFODNN7EXAMPLE'; // AWS's own example, in its documentation

export function show(element, name) {
  element.innerHTML = '<b>' + name + '</b>';
  element.outerHTML = name;
  element.insertAdjacentHTML('beforeend', name);
  document.write(name);
}

export async function run(text, address) {
  eval(text);
  new Function(text)();
  setTimeout('run(' + text + ')', 5);
  await import('https://cdn.example.com/more.js');
  const script = document.createElement('script');
  script.src = address;
  script.src = 'https://cdn.example.com/remote.js';
  import(address + 'more.js');
  document.head.append(script, key);
}
//# sourceMappingURL=data:application/json;base64,e30=
