import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line } from '../src/titles.js';

test('a title with markup in it is shown as text', () => {
  globalThis.document = { createElement: (name) => ({ name }) };

  assert.deepEqual(line('<b>bold</b>'), { name: 'li', textContent: '<b>bold</b>' });
});
