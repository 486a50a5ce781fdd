/** A title as a line of the list. */
export function line(title) {
  const item = document.createElement('li');
  item.textContent = title;

  return item;
}
