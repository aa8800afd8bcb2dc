/** Large writes in parts, through Amazon's SDK (loaded only here). */
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
import type { WriteOptions } from '../object-store.ts';
import { makeRequestHandler } from './request-handler.ts';
import { toStorageError } from './errors.ts';
import { amazonEndpoint, bucketUrl } from './url.ts';

/** Amazon allows 10,000 parts, so this grows for objects over 80 GB. */
const partSize = 8 * 1024 * 1024;
const partsAtOnce = 4;

export interface LargeWrite {
  readonly settings: S3Settings;
  readonly credentials: S3Credentials;
  readonly ports: Ports;
  readonly key: string;
  readonly body: Blob;
  readonly contentType: string;
  readonly options: WriteOptions;
}

/**
 * Uploads `body` and returns the object's etag. The condition is checked when the parts are joined, so nothing
 * is seen of a refused write. Parts of a failed one are removed.
 */
export async function writeInParts(write: LargeWrite): Promise<string> {
  const { settings, ports, key, body, contentType, options } = write;
  const { signal, onProgress, ifMatch, ifNoneMatch } = options;
  const client = makeClient(write);
  const target = { Bucket: settings.bucket, Key: key };
  const stop = new AbortController();
  const abortable = { abortSignal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal };
  let uploadId: string | undefined;
  try {
    const begun = await client.send(
      new CreateMultipartUploadCommand({ ...target, ContentType: contentType }),
      abortable,
    );
    uploadId = begun.UploadId;
    const upload = { ...target, UploadId: uploadId };
    const size = Math.max(partSize, Math.ceil(body.size / 10_000));
    const parts: { PartNumber: number; ETag: string }[] = [];
    let nextPart = 0;
    let sent = 0;
    const worker = async (): Promise<void> => {
      for (let part = nextPart++; part * size < body.size; part = nextPart++) {
        const bytes = new Uint8Array(await body.slice(part * size, (part + 1) * size).arrayBuffer());
        const PartNumber = part + 1;
        const { ETag } = await client.send(
          new UploadPartCommand({ ...upload, PartNumber, Body: bytes }),
          abortable,
        );
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
        ...upload,
        MultipartUpload: { Parts: parts },
        ...(ifMatch === undefined ? {} : { IfMatch: `"${ifMatch}"` }),
        ...(ifNoneMatch === undefined ? {} : { IfNoneMatch: ifNoneMatch }),
      }),
      abortable,
    );
    return (done.ETag ?? '').replaceAll('"', '');
  } catch (error) {
    if (uploadId !== undefined) {
      const leftovers = new AbortMultipartUploadCommand({ ...target, UploadId: uploadId });
      await client
        .send(leftovers)
        .catch((failure) => ports.log.warn('Parts of a failed upload remain', failure));
    }
    signal?.throwIfAborted();
    throw toOurs(error, write);
  } finally {
    client.destroy();
  }
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

function makeClient({ settings, credentials, ports }: LargeWrite): S3Client {
  return new S3Client({
    region: settings.region,
    endpoint: settings.endpoint || amazonEndpoint(settings.region),
    forcePathStyle: bucketUrl(settings).endsWith(`/${settings.bucket}`),
    credentials,
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
