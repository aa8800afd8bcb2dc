/** Azure Blob Storage by plain `fetch`, with a shared access signature in the query: pasted, or made here from the key. */
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type { ObjectInfo, ObjectStore, ReadOptions, WriteOptions } from '../object-store.ts';
import { writeInBlocks } from './block-upload.ts';
import { makeCaller, type Call } from './call.ts';
import { codeOf, toStorageError } from './errors.ts';
import { parseListPage, type AzureListPage } from './list-page.ts';
import { makeLister, type PageRequest } from './list.ts';
import { blobUrl, containerUrl } from './url.ts';

/** Larger bodies go in blocks, which can be tried again one by one and report progress. */
const singlePutLimit = 8 * 1024 * 1024;

/** Makes a store for one container. Nothing is asked of it yet. */
export function openAzureStore(
  settings: AzureSettings,
  credentials: AzureCredentials | undefined,
  ports: Ports,
): ObjectStore {
  const caller = makeCaller(settings, credentials, ports);
  const { send, unlessUnanswered, refuse, grantRead } = caller;

  async function askPage({ query, size, marker }: PageRequest): Promise<AzureListPage> {
    const call: Call = {
      operation: 'list',
      method: 'GET',
      url: containerUrl(settings),
      cache: 'no-store',
      signal: query.signal,
      query: {
        restype: 'container',
        comp: 'list',
        maxresults: String(size),
        ...(query.prefix ? { prefix: query.prefix } : {}),
        ...(query.delimiter ? { delimiter: query.delimiter } : {}),
        ...(marker === undefined ? {} : { marker }),
      },
    };
    const response = await send(call);
    if (!response.ok) await refuse(call, response);
    const page = parseListPage(await unlessUnanswered(call, response.text()));
    if (page) return page;
    throw toStorageError(
      { status: response.status, headers: response.headers, body: '' },
      { operation: 'list', settings, credentials, now: ports.clock.now() },
    );
  }

  async function stat(key: string, options: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    const call: Call = {
      operation: 'stat',
      method: 'HEAD',
      url: blobUrl(settings, key, 'stat'),
      key,
      cache: 'no-store',
      signal: options.signal,
    };
    const response = await send(call);
    if (response.ok) {
      return toInfo(key, Number(response.headers.get('content-length') ?? 0), response.headers);
    }
    // An answer to HEAD has no body, so the reason must be asked for again.
    const reason = await send({ ...call, method: 'GET', headers: { range: 'bytes=0-0' } });
    return reason.ok ? refuse(call, response) : refuse(call, reason);
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    const call: Call = {
      operation: 'read',
      method: 'GET',
      url: blobUrl(settings, key, 'read'),
      key,
      signal,
      // Chromium runs ranges of one address one after another through its cache (crbug.com/969828), and what was cut
      // waits there for itself. A cache could also give back what was replaced since.
      cache: 'no-store',
      ...(range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {}),
    };
    const response = await send(call);
    if (response.status === 416) return new Blob([]);
    if (!response.ok) await refuse(call, response);
    const blob = await unlessUnanswered(call, response.blob());
    return range && response.status === 200 ? blob.slice(range.start, range.end + 1) : blob;
  }

  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const { ifMatch, ifNoneMatch, signal, onProgress } = options;
    const contentType = options.contentType ?? (body.type || 'application/octet-stream');
    const call: Call = {
      operation: 'write',
      method: 'PUT',
      url: blobUrl(settings, key, 'write'),
      key,
      signal,
      overwrite: ifNoneMatch ? 'never' : ifMatch === undefined ? undefined : 'same-version',
      headers: {
        'x-ms-blob-content-type': contentType,
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
      },
    };
    const response =
      body.size > singlePutLimit
        ? await writeInBlocks({ call, body, caller, ports, onProgress })
        : await send({
            ...call,
            body,
            headers: { ...call.headers, 'content-type': contentType, 'x-ms-blob-type': 'BlockBlob' },
          });
    if (!response.ok) await refuseWrite(call, response);
    onProgress?.(body.size);
    return { ...toInfo(key, body.size, response.headers), modified: ports.clock.now(), contentType };
  }

  async function refuseWrite(call: Call, response: Response): Promise<never> {
    const said = await response.clone().text();
    // A version to replace that is gone is a version that changed.
    const gone = codeOf({ headers: response.headers, body: said }) === 'BlobNotFound';
    return refuse(call, gone && call.overwrite ? new Response(null, { status: 412 }) : response);
  }

  async function remove(key: string): Promise<void> {
    const url = blobUrl(settings, key, 'remove');
    const call: Call = { operation: 'remove', method: 'DELETE', url, key };
    const response = await send(call);
    if (response.ok) return;
    const said = await response.clone().text();
    if (codeOf({ headers: response.headers, body: said }) === 'BlobNotFound') return;
    await refuse(call, response);
  }

  /** With a pasted signature the address lasts as long as that one and allows as much: no other can be made of it. */
  async function presign(key: string, seconds: number): Promise<URL> {
    const url = blobUrl(settings, key, 'presign');
    const grant = await grantRead(key, seconds);
    return new URL(grant === '' ? url : `${url}?${grant}`);
  }

  // Listings cannot start at a key of one's choice, so that they are not cut.
  const capabilities = { write: true, conditionalWrite: true, presign: true, parallelList: false };
  return { capabilities, list: makeLister(askPage), stat, read, write, remove, presign };
}

function toInfo(key: string, size: number, headers: Headers): ObjectInfo {
  const contentType = headers.get('content-type');
  return {
    key,
    size,
    etag: (headers.get('etag') ?? '').replace(/^W\/|"/g, ''),
    modified: Date.parse(headers.get('last-modified') ?? '') || 0,
    ...(contentType ? { contentType } : {}),
  };
}
