/** Uploads in parts that were begun and not ended, here or in another tab, and may be gone on with. */
import {
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { hex } from '../../util/hex.ts';
import { md5 } from '../../util/md5.ts';

export interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly RequestPayer?: 'requester';
}

export interface BegunUpload {
  readonly uploadId: string;
  /** ETags by number, from 1. */
  readonly parts: ReadonlyMap<number, string>;
}

interface Wanted {
  readonly client: S3Client;
  readonly target: Target;
  readonly body: Blob;
  /** Bytes of each part but the last. */
  readonly size: number;
  readonly signal: AbortSignal | undefined;
}

/** More than one only where uploads to one key were begun again and again. */
const mostTried = 5;

/**
 * The newest upload to this key whose first part is that of `body`; undefined where there is none, or where one may
 * not ask (`s3:ListBucketMultipartUploads`, `s3:ListMultipartUploadParts`).
 */
export async function findUpload(wanted: Wanted): Promise<BegunUpload | undefined> {
  const { client, target, signal } = wanted;
  try {
    const { Uploads: uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket: target.Bucket, Prefix: target.Key, ...payer(target) }),
      signal ? { abortSignal: signal } : {},
    );
    const ours = uploads
      .filter(({ Key, UploadId }) => Key === target.Key && UploadId !== undefined)
      .sort((a, b) => (b.Initiated?.getTime() ?? 0) - (a.Initiated?.getTime() ?? 0));
    for (const { UploadId: uploadId = '' } of ours.slice(0, mostTried)) {
      const parts = await partsOf(wanted, uploadId);
      if (await holdsOurs(wanted, parts)) return { uploadId, parts };
    }
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
  }
  return undefined;
}

function payer({ RequestPayer }: Target): Pick<Target, 'RequestPayer'> {
  return RequestPayer ? { RequestPayer } : {};
}

async function partsOf(
  { client, target, body, size, signal }: Wanted,
  uploadId: string,
): Promise<ReadonlyMap<number, string>> {
  const parts = new Map<number, string>();
  let after: string | undefined;
  do {
    const page = await client.send(
      new ListPartsCommand({ ...target, UploadId: uploadId, ...(after ? { PartNumberMarker: after } : {}) }),
      signal ? { abortSignal: signal } : {},
    );
    for (const { PartNumber: number = 0, ETag: etag = '', Size } of page.Parts ?? []) {
      // One of another length was cut in another way.
      if (Size === Math.min(size, body.size - (number - 1) * size)) parts.set(number, etag);
    }
    after = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (after !== undefined);
  return parts;
}

/** Whether the first part it holds is the one of `body`. Encrypted ones may have ETags that are no MD5. */
async function holdsOurs({ body, size }: Wanted, parts: ReadonlyMap<number, string>): Promise<boolean> {
  const number = Math.min(...parts.keys());
  if (!Number.isFinite(number)) return false;
  const bytes = await body.slice((number - 1) * size, number * size).arrayBuffer();
  return parts.get(number)?.replaceAll('"', '') === hex(md5(new Uint8Array(bytes)));
}
