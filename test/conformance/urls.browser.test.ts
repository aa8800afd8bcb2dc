import { expect, test } from 'vitest';
import { openPaths, testUrlsStore } from './urls.ts';

testUrlsStore('a list of addresses from a page');

test('names the server that keeps its files from pages', async () => {
  const { store, key } = openPaths('no-cors/a.jpg');
  const { host } = new URL(key);
  const refusal = {
    code: 'cors',
    message: `${host} answers, but does not let ${location.origin} read its files.`,
  };
  await expect(store.read(key)).rejects.toMatchObject(refusal);
  await expect(store.stat(key)).rejects.toMatchObject(refusal);
});
