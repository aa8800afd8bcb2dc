/** What is typed in the form that attaches an S3 storage, and what it means. No screen in here. */
import type { Keeping, S3Credentials, S3Settings } from '#core/model/storage.ts';
import type { ParsedAddress } from '#core/storage/s3/address.ts';

export type CredentialKind = 'keys' | 'token' | 'anonymous';

export interface AttachDraft {
  readonly address: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  readonly endpoint: string;
  readonly addressing: S3Settings['addressing'];
  readonly kind: CredentialKind;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly keeping: Keeping;
  /** Empty while the proposed one holds. */
  readonly name: string;
}

export const emptyDraft: AttachDraft = {
  address: '',
  bucket: '',
  prefix: '',
  region: 'us-east-1',
  endpoint: '',
  addressing: 'virtual',
  kind: 'keys',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  keeping: 'sealed',
  name: '',
};

/** The draft with what an address says filled in; the rest stays. */
export function withAddress(draft: AttachDraft, parsed: ParsedAddress): AttachDraft {
  return { ...draft, ...parsed.settings };
}

/** What a console's link says: `bucket`, `prefix`, `region`, `partition` (Amazon's, as `aws-cn`). */
export function withLink(
  draft: AttachDraft,
  link: Readonly<Record<string, string | string[] | undefined>>,
): AttachDraft {
  const bucket = one(link['bucket']);
  if (bucket === '') return draft;
  const prefix = one(link['prefix']).replace(/^\//, '');
  const region = one(link['region']) || draft.region;
  // China's partition is the one whose endpoints do not end in amazonaws.com.
  const endpoint = one(link['partition']) === 'aws-cn' ? `https://s3.${region}.amazonaws.com.cn` : '';
  return { ...draft, address: `s3://${bucket}/${prefix}`, bucket, prefix, region, endpoint };
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The name given when none is typed: the last folder of the prefix, else the bucket. */
export function proposedName(draft: AttachDraft): string {
  const folder = draft.prefix.split('/').findLast((part) => part !== '');
  return folder === undefined ? draft.bucket : `${draft.bucket}, ${folder}`;
}

export type DraftErrors = Partial<Record<keyof AttachDraft, string>>;

/** What must be mended before the bucket can be asked, by field. */
export function errorsOf(draft: AttachDraft): DraftErrors {
  const errors: DraftErrors = {};
  if (draft.bucket.trim() === '') errors.bucket = 'Which bucket? Its name, or an address above.';
  if (draft.region.trim() === '') errors.region = 'A region, as us-east-1; for other services often “auto”.';
  if (draft.endpoint !== '' && !isHttpAddress(draft.endpoint)) {
    errors.endpoint = 'An endpoint begins with https:// or http:// and names a server.';
  }
  if (draft.kind === 'anonymous') return errors;
  if (draft.accessKeyId.trim() === '') errors.accessKeyId = 'The ID that goes with the secret key.';
  const secret = secretError(draft);
  if (secret !== undefined) errors.secretAccessKey = secret;
  if (draft.kind === 'token' && draft.sessionToken.trim() === '') {
    errors.sessionToken = 'The token that came with these keys.';
  }
  return errors;
}

/** Amazon's secret keys have 40 characters; other services have rules of their own. */
export function secretError(draft: Pick<AttachDraft, 'secretAccessKey' | 'endpoint'>): string | undefined {
  const length = draft.secretAccessKey.trim().length;
  if (length === 0) return 'The secret that goes with the key ID.';
  if (draft.endpoint !== '' || length === 40) return undefined;
  const off = Math.abs(length - 40);
  const amount = off === 1 ? 'One character' : `${off} characters`;
  return length < 40 ? `${amount} short: ${length} of 40` : `${amount} too many: ${length} of 40`;
}

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

export function settingsOf(draft: AttachDraft): S3Settings {
  return {
    provider: 's3',
    bucket: draft.bucket.trim(),
    prefix: draft.prefix.replace(/^\//, ''),
    region: draft.region.trim(),
    endpoint: draft.endpoint.trim().replace(/\/+$/, ''),
    addressing: draft.addressing,
    anonymous: draft.kind === 'anonymous',
  };
}

export function credentialsOf(draft: Omit<AttachDraft, 'address'>): S3Credentials | undefined {
  if (draft.kind === 'anonymous') return undefined;
  return {
    accessKeyId: draft.accessKeyId.trim(),
    secretAccessKey: draft.secretAccessKey.trim(),
    ...(draft.kind === 'token' ? { sessionToken: draft.sessionToken.trim() } : {}),
  };
}
