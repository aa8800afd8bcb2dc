/**
 * Large writes in parts, through Amazon's SDK (loaded only here). An upload that was cut goes on from the parts that
 * the bucket holds: which they are it says itself, and that they are ours their MD5 says.
 */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { StorageError } from '../../errors.ts';
import type { S3Credentials, S3Settings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { hex } from '../../util/hex.ts';
import { md5 } from '../../util/md5.ts';
import type { WriteOptions } from '../object-store.ts';
import type { Authority } from './authority.ts';
import { toStorageError } from './errors.ts';
import { findUpload, type Target } from './begun-uploads.ts';
import { makeRequestHandler } from './request-handler.ts';
import { amazonEndpoint, bucketUrl } from './url.ts';

/** Amazon allows 10,000 parts, so this grows for objects over 80 GB. */
const partSize = 8 * 1024 * 1024;
const partsAtOnce = 4;

export interface LargeWrite {
  readonly settings: S3Settings;
  readonly credentials: S3Credentials;
  readonly authority: Authority;
  readonly ports: Ports;
  readonly key: string;
  readonly body: Blob;
  readonly contentType: string;
  readonly options: WriteOptions;
}

/**
 * Uploads `body` and returns the object's etag. The condition is checked when the parts are joined, so nothing
 * is seen of a refused write. What arrives differently from its MD5 is refused. Parts stay where the line was cut,
 * and go where the write was refused or called off.
 */
export async function writeInParts(write: LargeWrite): Promise<string> {
  const { settings, body, key } = write;
  const client = makeClient(write);
  const target: Target = {
    Bucket: settings.bucket,
    Key: key,
    ...(settings.requesterPays ? { RequestPayer: 'requester' } : {}),
  };
  const size = Math.max(partSize, Math.ceil(body.size / 10_000));
  try {
    const { signal } = write.options;
    const begun = await findUpload({ client, target, body, size, signal });
    if (begun === undefined) return await upload(write, client, { target, size });
    try {
      return await upload(write, client, { target, size, begun });
    } catch (error) {
      // Another tab ended the same upload.
      if (!(error instanceof S3ServiceException && error.name === 'NoSuchUpload')) throw error;
      return await upload(write, client, { target, size });
    }
  } catch (error) {
    write.options.signal?.throwIfAborted();
    throw toOurs(error, write);
  } finally {
    client.destroy();
  }
}

interface Plan {
  readonly target: Target;
  /** Bytes of each part but the last. */
  readonly size: number;
  readonly begun?: { readonly uploadId: string; readonly parts: ReadonlyMap<number, string> };
}

async function upload(write: LargeWrite, client: S3Client, { target, size, begun }: Plan): Promise<string> {
  const { settings, ports, key, body, contentType, options } = write;
  const { signal, onProgress, ifMatch, ifNoneMatch } = options;
  const stop = new AbortController();
  const abortable = { abortSignal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal };
  let uploadId = begun?.uploadId;
  try {
    uploadId ??= (
      await client.send(new CreateMultipartUploadCommand({ ...target, ContentType: contentType }), abortable)
    ).UploadId;
    const one = { ...target, UploadId: uploadId };
    const parts: { PartNumber: number; ETag: string }[] = [];
    let nextPart = 0;
    let sent = 0;
    const worker = async (): Promise<void> => {
      for (let part = nextPart++; part * size < body.size; part = nextPart++) {
        const bytes = new Uint8Array(await body.slice(part * size, (part + 1) * size).arrayBuffer());
        const sum = md5(bytes);
        const PartNumber = part + 1;
        let ETag = begun?.parts.get(PartNumber);
        if (ETag?.replaceAll('"', '') !== hex(sum)) {
          const ContentMD5 = btoa(String.fromCharCode(...sum));
          const command = new UploadPartCommand({ ...one, PartNumber, Body: bytes, ContentMD5 });
          ({ ETag } = await client.send(command, abortable));
        }
        if (!ETag) throw hiddenEtag(settings, key);
        parts.push({ PartNumber, ETag });
        sent += bytes.length;
        onProgress?.(sent);
      }
    };
    await allOrStop(Array.from({ length: partsAtOnce }, worker), stop);
    parts.sort((a, b) => a.PartNumber - b.PartNumber);
    const done = await client.send(
      new CompleteMultipartUploadCommand({
        ...one,
        MultipartUpload: { Parts: parts },
        ...(ifMatch === undefined ? {} : { IfMatch: `"${ifMatch}"` }),
        ...(ifNoneMatch === undefined ? {} : { IfNoneMatch: ifNoneMatch }),
      }),
      abortable,
    );
    return (done.ETag ?? '').replaceAll('"', '');
  } catch (error) {
    if (uploadId !== undefined && (signal?.aborted || isRefusal(error))) {
      const leftovers = new AbortMultipartUploadCommand({ ...target, UploadId: uploadId });
      await client
        .send(leftovers)
        .catch((failure) => ports.log.warn('Parts of a failed upload remain', failure));
    }
    throw error;
  }
}

/** The bucket's own no, which will not change; not a cut line nor a failing server. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Waits for all; the first failure stops the others, so that none sends a part after the upload was given up. */
async function allOrStop(workers: readonly Promise<void>[], stop: AbortController): Promise<void> {
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
}

function makeClient({ settings, credentials, authority, ports }: LargeWrite): S3Client {
  return new S3Client({
    region: settings.region,
    endpoint: settings.endpoint || amazonEndpoint(settings.region),
    forcePathStyle: bucketUrl(settings).endsWith(`/${settings.bucket}`),
    credentials: credentials.role ? async () => (await authority.keys()) ?? credentials : credentials,
    // Its defaults add checksums that Cloudflare, Backblaze and others refuse.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What the SDK adds in Node alone, and `fetch` refuses.
    expectContinueHeader: false,
    requestHandler: makeRequestHandler(ports.fetch),
  });
}

function hiddenEtag({ bucket }: S3Settings, key: string): StorageError {
  return new StorageError('cors', `"${bucket}" does not let this page see the ETag of what it uploads.`, {
    operation: 'write',
    key,
    remedy: { text: 'Add ETag to ExposeHeaders in the rule of the bucket. Large files need it.' },
  });
}

function toOurs(error: unknown, { settings, credentials, ports, key, options }: LargeWrite): unknown {
  if (!(error instanceof S3ServiceException)) return error;
  return toStorageError(
    {
      status: error.$metadata.httpStatusCode ?? 0,
      headers: { get: (name) => error.$response?.headers[name] ?? null },
      body: `<Code>${error.name}</Code><Message>${error.message}</Message>`,
    },
    {
      operation: 'write',
      key,
      settings,
      credentials,
      now: ports.clock.now(),
      overwrite: options.ifNoneMatch ? 'never' : options.ifMatch === undefined ? undefined : 'same-version',
    },
  );
}
