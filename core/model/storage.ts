/** A saved connection to where objects lie. Credentials are kept apart (`credentials.ts`). */
import * as v from 'valibot';
import type { StorageId } from './ids.ts';

export interface S3Settings {
  readonly provider: 's3';
  readonly bucket: string;
  /** Without a leading slash; empty for the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  /** Service root with scheme and without bucket; empty for Amazon's own. */
  readonly endpoint: string;
  readonly addressing: 'path' | 'virtual';
  readonly anonymous: boolean;
}

/** A folder on the browser's own disk. */
export interface DeviceSettings {
  readonly provider: 'device';
  readonly folder: string;
  readonly prefix: string;
}

export type StorageSettings = S3Settings | DeviceSettings;
export type Provider = StorageSettings['provider'];

/** How the credentials are kept: sealed on disk, or only in this tab's memory. */
export type Keeping = 'sealed' | 'session';

export interface Storage {
  readonly id: StorageId;
  readonly uid: string;
  readonly name: string;
  readonly settings: StorageSettings;
  readonly keeping: Keeping;
  /** Last four characters of the key id, to tell credentials apart; empty when anonymous. */
  readonly keyHint: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export const s3CredentialsSchema = v.object({
  accessKeyId: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128)),
  secretAccessKey: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(256)),
  sessionToken: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1))),
});
