/** A bucket that is not there: a listing of any length, each answer after a round trip of so many milliseconds. */
import { createServer } from 'node:http';

export interface GeneratedBucket {
  readonly endpoint: string;
  readonly bucket: string;
  /** What the next listing finds; in UTF-8 order. */
  setObjects(objects: readonly GeneratedObject[]): void;
  setRoundTrip(ms: number): void;
  /** Requests answered since the last time this was asked. */
  takeRequests(): number;
  stop(): Promise<void>;
}

export interface GeneratedObject {
  readonly key: string;
  readonly version: number;
}

const bucket = 'generated';
const allowed = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
};

/** `folders` folders of `perFolder` images each. */
export function makeObjects(folders: number, perFolder: number): GeneratedObject[] {
  return Array.from({ length: folders * perFolder }, (_, index) => {
    const folder = String(Math.floor(index / perFolder)).padStart(4, '0');
    return { key: `data/${folder}/${String(index % perFolder).padStart(6, '0')}.jpg`, version: 1 };
  });
}

export async function startGeneratedBucket(): Promise<GeneratedBucket> {
  let objects: readonly GeneratedObject[] = [];
  let roundTrip = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const body = searchParams.get('list-type') === '2' ? listing(objects, searchParams) : '';
    setTimeout(() => {
      response.writeHead(200, { ...allowed, 'content-type': 'application/xml' });
      response.end(body);
    }, roundTrip);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    bucket,
    setObjects: (next) => {
      objects = next;
    },
    setRoundTrip: (ms) => {
      roundTrip = ms;
    },
    takeRequests: () => {
      const taken = requests;
      requests = 0;
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One answer of ListObjectsV2; keys are ASCII, so their order is that of their units. */
function listing(objects: readonly GeneratedObject[], query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const most = Math.min(1000, Number(query.get('max-keys') ?? 1000));
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  let at = Math.max(firstFrom(objects, prefix), after === '' ? 0 : firstFrom(objects, `${after}\u0001`));
  const entries: string[] = [];
  let last = '';
  while (entries.length < most) {
    const object = objects[at];
    if (!object?.key.startsWith(prefix)) break;
    const { key, version } = object;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (end < 0) {
      last = key;
      entries.push(
        `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>` +
          `<ETag>&#34;${version.toString(16).padStart(32, '0')}&#34;</ETag><Size>200000</Size>` +
          '<StorageClass>STANDARD</StorageClass></Contents>',
      );
      at++;
    } else {
      const common = key.slice(0, end + delimiter.length);
      last = `${common}\uFFFF`;
      entries.push(`<CommonPrefixes><Prefix>${common}</Prefix></CommonPrefixes>`);
      at = firstFrom(objects, last);
    }
  }
  const more = objects[at]?.key.startsWith(prefix) ?? false;
  const next = more ? `<NextContinuationToken>${last}</NextContinuationToken>` : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name>` +
    `<Prefix>${prefix}</Prefix><KeyCount>${entries.length}</KeyCount><MaxKeys>${most}</MaxKeys>` +
    `<IsTruncated>${more}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`
  );
}

/** Index of the first object whose key is not before `key`. */
function firstFrom(objects: readonly GeneratedObject[], key: string): number {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((objects[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
