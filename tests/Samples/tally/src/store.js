// What is kept, and how an older shape becomes the newer one. A rollback must be able to read what a newer version wrote: fields are only ever added.
export const schema = 2;

const empty = { schema, pages: 0, words: 0, least: 1 };

export async function load() {
  const { tally } = await chrome.storage.local.get('tally');

  return upgrade(tally);
}

export async function save(tally) {
  await chrome.storage.local.set({ tally });
}

/** Schema 1 had no `least`. One from the future keeps its number, so that it is not taken for ours. */
export function upgrade(tally) {
  return { ...empty, ...tally, schema: Math.max(schema, tally?.schema ?? 0) };
}
