import { expect, test } from 'vitest';
import { openUrlsStore } from '#core/storage/urls/store.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { testUrlsStore } from './urls.ts';

testUrlsStore('a list of addresses');

test('names mixed content, and servers that do not answer', async () => {
  const key = 'http://nowhere.invalid/a.jpg';
  const silent = (origin: string) =>
    openUrlsStore(
      { provider: 'urls', urls: [key], prefix: '' },
      undefined,
      makePorts({ fetch: () => Promise.reject(new TypeError('no answer')), host: { origin, kind: 'web' } }),
    );
  await expect(silent('https://annotate.example').read(key)).rejects.toMatchObject({
    code: 'mixed-content',
    message: 'This page is on https, and browsers do not let it read http://nowhere.invalid, which is not.',
  });
  await expect(silent('http://annotate.example').read(key)).rejects.toMatchObject({
    code: 'offline',
    message: 'nowhere.invalid does not answer.',
  });
});
