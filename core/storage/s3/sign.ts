/**
 * Presigned requests: AWS Signature Version 4 in the query, payload unsigned.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
import type { S3Credentials } from '../../model/storage.ts';
import { sha256 } from '../../util/digest.ts';
import { hex } from '../../util/hex.ts';
import {
  algorithm,
  canonicalQuery,
  deriveKey,
  hmac,
  hostOf,
  type Realm,
  splitUrl,
  timestamp,
} from './sigv4.ts';

export interface RequestToSign {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Scheme, host and encoded path; no query. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly expiresSeconds: number;
}

export type Sign = (request: RequestToSign) => Promise<string>;

/** Addresses without a signature, for public buckets. */
export const signNothing: Sign = async ({ url, query }) => {
  const text = canonicalQuery(query ?? {});
  return text === '' ? url : `${url}?${text}`;
};

/** Signs with one credential. The day's key is derived once (four HMACs), each request costs one more. */
export function makeSigner(credentials: S3Credentials, region: string): Sign {
  const realm: Realm = { region, service: 's3' };
  let day = '';
  let dayKey: Promise<CryptoKey> | undefined;

  return async ({ method, url, query, now, expiresSeconds }) => {
    const time = timestamp(now);
    const date = time.slice(0, 8);
    if (dayKey === undefined || date !== day) {
      day = date;
      dayKey = deriveKey(credentials.secretAccessKey, date, realm);
    }
    const scope = `${date}/${region}/s3/aws4_request`;
    const signedQuery = canonicalQuery({
      ...query,
      'X-Amz-Algorithm': algorithm,
      'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
      'X-Amz-Date': time,
      'X-Amz-Expires': String(expiresSeconds),
      ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
      'X-Amz-SignedHeaders': 'host',
    });
    const { root, path } = splitUrl(url);
    const canonical = `${method}\n${path}\n${signedQuery}\nhost:${hostOf(root)}\n\nhost\nUNSIGNED-PAYLOAD`;
    const toSign = `${algorithm}\n${time}\n${scope}\n${await sha256(canonical)}`;
    const signature = hex(await hmac(await dayKey, toSign));
    return `${url}?${signedQuery}&X-Amz-Signature=${signature}`;
  };
}
