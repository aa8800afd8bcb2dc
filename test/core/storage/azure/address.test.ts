import { expect, test } from 'vitest';
import { parseAddress } from '#core/storage/azure/address.ts';

const sas = 'sv=2022-11-02&se=2026-12-01T00:00:00Z&sr=c&sp=rl&sig=a%2Bb%3D';
const azurite = { account: 'devstoreaccount1', endpoint: 'http://127.0.0.1:10000/devstoreaccount1' };
const signed = { kind: 'azure-sas', sas };

test.each<[string, object, object | undefined]>([
  ['azure-blob://yard/2026/', { container: 'yard', prefix: '2026/' }, undefined],
  [' azure-blob://yard ', { container: 'yard', prefix: '' }, undefined],
  ['azure-blob://yard//a+b %25#?/é', { container: 'yard', prefix: '/a+b %25#?/é' }, undefined],
  [
    'https://ndcams.blob.core.windows.net/yard/2026/a%20b/',
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '2026/a b/' },
    undefined,
  ],
  [
    'ndcams.blob.core.windows.net/yard',
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '' },
    undefined,
  ],
  ['https://ndcams.blob.core.windows.net/', { account: 'ndcams', endpoint: '' }, undefined],
  [
    `https://ndcams.blob.core.windows.net/yard/2026/?${sas}`,
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '2026/' },
    signed,
  ],
  [
    `https://ndcams.blob.core.windows.net/yard/2026/1.jpg?${sas.replace('sr=c', 'sr=b')}`,
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '2026/' },
    { kind: 'azure-sas', sas: sas.replace('sr=c', 'sr=b') },
  ],
  [
    'https://ndcams.blob.core.windows.net/yard?restype=container&comp=list&prefix=2026/',
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '2026/' },
    undefined,
  ],
  [
    'https://ndcams.dfs.core.windows.net/yard',
    { account: 'ndcams', endpoint: '', container: 'yard', prefix: '' },
    undefined,
  ],
  [
    'https://ndcams.blob.core.chinacloudapi.cn/yard',
    {
      account: 'ndcams',
      endpoint: 'https://ndcams.blob.core.chinacloudapi.cn',
      container: 'yard',
      prefix: '',
    },
    undefined,
  ],
  [
    'https://ndcams.blob.core.usgovcloudapi.net/yard/a',
    {
      account: 'ndcams',
      endpoint: 'https://ndcams.blob.core.usgovcloudapi.net',
      container: 'yard',
      prefix: 'a',
    },
    undefined,
  ],
  [
    'http://127.0.0.1:10000/devstoreaccount1/yard/2026/',
    { ...azurite, container: 'yard', prefix: '2026/' },
    undefined,
  ],
  ['http://127.0.0.1:10000/devstoreaccount1', azurite, undefined],
  [
    `https://media.example/yard/a/?${sas}`,
    { endpoint: 'https://media.example', container: 'yard', prefix: 'a/' },
    signed,
  ],
  [
    'DefaultEndpointsProtocol=https;AccountName=ndcams;AccountKey=a2V5+/==;EndpointSuffix=core.windows.net',
    { account: 'ndcams', endpoint: '' },
    { kind: 'azure-key', key: 'a2V5+/==' },
  ],
  [
    'AccountName=ndcams;AccountKey=a2V5;EndpointSuffix=core.usgovcloudapi.net;',
    { account: 'ndcams', endpoint: 'https://ndcams.blob.core.usgovcloudapi.net' },
    { kind: 'azure-key', key: 'a2V5' },
  ],
  [
    `BlobEndpoint=https://ndcams.blob.core.windows.net/;QueueEndpoint=https://x.example/;SharedAccessSignature=${sas}`,
    { account: 'ndcams', endpoint: '' },
    signed,
  ],
  [
    'AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;',
    azurite,
    { kind: 'azure-key', key: 'a2V5' },
  ],
  [
    'AccountName=ndcams;AccountKey=a2V5;BlobEndpoint=https://media.example',
    { account: 'ndcams', endpoint: 'https://media.example' },
    { kind: 'azure-key', key: 'a2V5' },
  ],
  ['UseDevelopmentStorage=true', azurite, { kind: 'azure-key', key: expect.stringMatching(/^Eby8/) }],
])('%s', (text, settings, credentials) => {
  const parsed = parseAddress(text);
  expect(parsed?.settings).toEqual(settings);
  expect(parsed?.credentials).toEqual(credentials);
});

test.each(['', 'yard', 's3://yard/a', 'https://example.com/page', 'https://', 'a b', 'AccountKey=a2V5'])(
  '%j is none',
  (text) => expect(parseAddress(text)).toBeUndefined(),
);

test('the words hold no secret', () => {
  const { words } = parseAddress('AccountName=ndcams;AccountKey=c2VjcmV0') ?? {};
  expect(words).toBe('Filled in account "ndcams", the account key.');
});
