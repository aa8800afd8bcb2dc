/** A saved connection to where objects lie. Credentials are kept apart. */
import type { InferOutput } from 'valibot';
import type {
  azureCredentialsSchema,
  gcsCredentialsSchema,
  redisCredentialsSchema,
} from './credentials-schema.ts';
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
  /** The bucket lets whoever asks pay, and this one agrees to. */
  readonly requesterPays?: boolean;
  readonly presignMinutes?: PresignMinutes;
}

/** How long an address that reads is signed for, 1 to 10,080; 0 signs headers instead. Without it, 15. */
export type PresignMinutes = number;

export interface AzureSettings {
  readonly provider: 'azure';
  readonly account: string;
  readonly container: string;
  readonly prefix: string;
  /** Root that containers hang from, as `https://host/account` for Azurite; empty for `https://ACCOUNT.blob.core.windows.net`. */
  readonly endpoint: string;
  readonly anonymous: boolean;
  readonly presignMinutes?: PresignMinutes;
}

export interface GcsSettings {
  readonly provider: 'gcs';
  readonly bucket: string;
  readonly prefix: string;
  /** Sent as the project that pays and is asked for; may be empty. */
  readonly projectId: string;
  /** Service root; empty for `https://storage.googleapis.com`. */
  readonly endpoint: string;
  readonly anonymous: boolean;
  /** With a key file, without this or at 0, reading goes by access token. */
  readonly presignMinutes?: PresignMinutes;
}

/** Redis behind an HTTP gateway. Objects are string values; the key is the object's key. */
export interface RedisSettings {
  readonly provider: 'redis';
  readonly gateway: 'webdis' | 'upstash';
  /** Root of the gateway. */
  readonly endpoint: string;
  readonly database: number;
  readonly prefix: string;
  readonly anonymous: boolean;
}

/** A list of addresses; read-only. */
export interface UrlsSettings {
  readonly provider: 'urls';
  readonly urls: readonly string[];
  readonly prefix: string;
}

/** A folder on the browser's own disk. */
export interface DeviceSettings {
  readonly provider: 'device';
  readonly folder: string;
  readonly prefix: string;
}

/** A folder of this computer that a person lends. */
export interface FolderSettings {
  readonly provider: 'folder';
  /** Which of the lent folders it is. */
  readonly folder: string;
  /** Its own name; where it lies the browser does not say. */
  readonly name: string;
  readonly prefix: string;
  readonly writable: boolean;
}

export type StorageSettings =
  | S3Settings
  | AzureSettings
  | GcsSettings
  | RedisSettings
  | UrlsSettings
  | DeviceSettings
  | FolderSettings;
export type Provider = StorageSettings['provider'];

/** True where a storage cannot be opened without credentials. */
export function needsCredentials(settings: StorageSettings): boolean {
  return settings.provider === 'folder' || needsSecrets(settings);
}

/** True where these are secrets, which a person enters and says how to keep. */
export function needsSecrets(settings: StorageSettings): boolean {
  return 'anonymous' in settings && !settings.anonymous;
}

const defaultPresignMinutes = 15;

/** For how many seconds an address that reads is signed; 0 where headers are to be signed instead. */
export function presignSeconds({ presignMinutes }: { readonly presignMinutes?: PresignMinutes }): number {
  return Math.min(10_080, Math.max(0, presignMinutes ?? defaultPresignMinutes)) * 60;
}

/** How the credentials are kept: on disk, sealed by this device or under a passphrase; or only in this tab's memory. */
export type Keeping = 'sealed' | 'passphrase' | 'session';

export interface Storage {
  readonly id: StorageId;
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  /** Who attached it; empty for the person at this device. */
  readonly owner: string;
  /** Keys of its `manifest.jsonl` files. */
  readonly manifests: readonly string[];
  readonly settings: StorageSettings;
  readonly keeping: Keeping;
  /** Last four characters of what names the credentials, to tell them apart; empty when there are none. */
  readonly keyHint: string;
  /** What its credentials are: their `kind`, or `s3`; told by those that were attached since there are lists. */
  readonly credentialsKind?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A role that the keys take on through STS; what it gives is kept in memory only. */
export interface S3Role {
  /** As `arn:aws:iam::ACCOUNT:role/NAME`; may be empty where the server has no roles (MinIO). */
  readonly arn: string;
  readonly externalId?: string;
  /** Of STS; without it Amazon's in the bucket's region, or the storage's own endpoint. */
  readonly endpoint?: string;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly role?: S3Role;
}

export type AzureCredentials = InferOutput<typeof azureCredentialsSchema>;
export type GcsCredentials = InferOutput<typeof gcsCredentialsSchema>;
export type RedisCredentials = InferOutput<typeof redisCredentialsSchema>;
type Secrets = S3Credentials | AzureCredentials | GcsCredentials | RedisCredentials;

/** A folder as a person lent it: by a handle, kept in the database; or its files, held until the tab is closed. No secret. */
export type FolderAccess =
  | { readonly kind: 'folder-handle'; readonly handle: FileSystemDirectoryHandle }
  /** By their paths in the folder. */
  | { readonly kind: 'folder-files'; readonly files: ReadonlyMap<string, File> };

export type Credentials = Secrets | FolderAccess;

export function isFolderAccess(credentials: Credentials): credentials is FolderAccess {
  return (
    'kind' in credentials && (credentials.kind === 'folder-handle' || credentials.kind === 'folder-files')
  );
}
