import {
  BlobSASPermissions,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareSas, makeMinter, readSas } from '#core/storage/azure/sas.ts';

const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const version = '2022-11-02';

test("signs as Azure's own client does, for any container, blob and time", async () => {
  const credential = new StorageSharedKeyCredential('ndcams', key);
  const mint = makeMinter(key);
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a-z0-9]{3,20}$/),
      fc.option(fc.string({ unit: 'binary', minLength: 1 }), { nil: undefined }),
      fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }),
      async (container, blob, seconds) => {
        const expires = seconds * 1000;
        const at = { containerName: container, expiresOn: new Date(expires), version };
        const theirs = generateBlobSASQueryParameters(
          blob === undefined
            ? { ...at, permissions: ContainerSASPermissions.parse('rcw') }
            : { ...at, blobName: blob, permissions: BlobSASPermissions.parse('r') },
          credential,
        );
        const ours = await mint?.({
          account: 'ndcams',
          container,
          permissions: blob === undefined ? 'rcw' : 'r',
          expires,
          ...(blob === undefined ? {} : { key: blob }),
        });
        const fields = (query: string) => Object.fromEntries(new URLSearchParams(query));
        expect(fields(ours ?? '')).toEqual(fields(theirs.toString()));
      },
    ),
    { numRuns: 200 },
  );
});

test.each(['', 'no base64!', '   '])('makes nothing of the key %j', (text) => {
  expect(makeMinter(text)).toBeUndefined();
});

test.each([
  ['?sv=1&sig=a%2B', 'sv=1&sig=a%2B'],
  [' sv=1&sig=a ', 'sv=1&sig=a'],
  ['https://a.blob.core.windows.net/c?sv=1&sig=a#x', 'sv=1&sig=a'],
])('%s is %s', (text, bare) => expect(bareSas(text)).toBe(bare));

test('knows when a signature ends, where it says so', () => {
  const times = { expires: Date.UTC(2026, 10, 20, 8), starts: undefined };
  expect(readSas('se=2026-11-20T08%3A00%3A00Z&sig=a')).toEqual(times);
  expect(readSas('si=policy&sig=a')).toEqual({ expires: undefined, starts: undefined });
});
