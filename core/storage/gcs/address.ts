/** What a pasted Google Cloud Storage address says, and what a key file holds. */
import * as v from 'valibot';
import { InvalidDataError } from '../../errors.ts';
import { gcsCredentialsSchema } from '../../model/credentials-schema.ts';
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';

type Address = Partial<Omit<GcsSettings, 'provider' | 'presignMinutes'>>;

interface ParsedAddress {
  /** Only what the address says; the rest stays as the form has it. */
  readonly settings: Address;
  /** What was filled in, for a line below the field. */
  readonly words: string;
}

/**
 * Reads `gs://bucket/prefix`, an `https://` address of a bucket, an object (also signed) or the JSON interface, and
 * the address of a page of Google's console. Undefined where the text is none of these.
 */
export function parseAddress(text: string): ParsedAddress | undefined {
  const pasted = text.trim();
  const scheme = /^gs:\/\/([^/\s]+)\/?([^]*)$/.exec(pasted);
  if (scheme) return say({ bucket: scheme[1] ?? '', prefix: scheme[2] ?? '' }, false);
  const known = /^(?:https?:\/\/)?((?:[\w.-]+\.)?(?:googleapis|cloud\.google)\.com)(?=[/:?]|$)/.exec(pasted);
  if (!known || /\s/.test(pasted)) return undefined;
  let url: URL;
  try {
    url = new URL(/^https?:/.test(pasted) ? pasted : `https://${pasted}`);
  } catch {
    return undefined;
  }
  const signed = /[?&](?:X-Goog-Signature|Signature)=/.test(url.search);
  const found = url.hostname === 'console.cloud.google.com' ? fromConsole(url) : fromService(url, signed);
  return found?.bucket ? say(found, signed) : undefined;
}

/** Hosts of the service; all show the bucket first in the path, but for a bucket's own. */
function fromService(url: URL, signed: boolean): Address | undefined {
  const own = /^(.+)\.storage\.googleapis\.com$/.exec(url.hostname)?.[1];
  const path = url.pathname.slice(1);
  if (own !== undefined) return withPrefix(own, path, url, signed);
  if (!/^(?:storage\.googleapis|www\.googleapis|storage\.cloud\.google)\.com$/.test(url.hostname)) {
    return undefined;
  }
  const json = /^(?:(?:upload|download)\/)?storage\/v1\/b\/([^/]+)(?:\/o(?:\/(.*))?)?$/.exec(path);
  if (json) return withPrefix(decode(json[1] ?? ''), json[2] ?? '', url, signed);
  if (url.hostname === 'www.googleapis.com') return undefined;
  const slash = path.indexOf('/');
  const bucket = slash < 0 ? path : path.slice(0, slash);
  return withPrefix(decode(bucket), slash < 0 ? '' : path.slice(slash + 1), url, signed);
}

function withPrefix(bucket: string, path: string, url: URL, signed: boolean): Address {
  const key = decode(path);
  // A signed address and one of the JSON interface are one object's: its folder is meant.
  const folder = signed || url.searchParams.get('alt') === 'media';
  const prefix = folder ? key.slice(0, key.lastIndexOf('/') + 1) : key;
  return { bucket, prefix: url.searchParams.get('prefix') ?? prefix };
}

/**
 * The console's pages: `/storage/browser/BUCKET/PREFIX;tab=objects?prefix=…&project=…`, `_details` of an object.
 * What was typed into its filter is `prefix=` and begins within the folder.
 */
function fromConsole(url: URL): Address | undefined {
  const page = /^\/storage\/browser\/(_details\/)?([^/;]+)\/?([^;]*)/.exec(url.pathname);
  if (!page) return undefined;
  const [, details, bucket = '', path = ''] = page;
  const key = decode(path);
  const folder = details === undefined ? key : key.slice(0, key.lastIndexOf('/') + 1);
  const slashed = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const filter = url.searchParams.get('prefix') ?? '';
  // Its `project=` is not taken over: a project that is sent is one that pays, and needs a permission for it.
  return { bucket: decode(bucket), prefix: filter.startsWith(slashed) ? filter : slashed + filter };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function say(settings: Address, signed: boolean): ParsedAddress {
  const prefix = settings.prefix ? `, prefix "${settings.prefix}"` : '';
  const filled = `Filled in bucket "${settings.bucket ?? ''}"${prefix}.`;
  return { settings, words: signed ? `${filled} The signature in the address is not kept.` : filled };
}

const keyFileSchema = v.object({
  type: v.literal('service_account'),
  client_email: v.string(),
  private_key: v.string(),
});

/**
 * Reads the JSON file that Google gives for a key of a service account.
 * @throws InvalidDataError that says what the text is instead.
 */
export function parseKeyFile(text: string): GcsCredentials {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notKeyFile('This is no key file: it is not JSON.', cause);
  }
  const file = v.safeParse(keyFileSchema, value);
  if (!file.success) {
    const type = v.safeParse(v.object({ type: v.string() }), value);
    throw notKeyFile(
      type.success && type.output.type !== 'service_account'
        ? `This file is of the type "${type.output.type}", and only "service_account" can be used here.`
        : 'This is no key file of a service account: client_email or private_key is missing.',
      file.issues,
    );
  }
  const { client_email: clientEmail, private_key: privateKey } = file.output;
  const credentials = v.safeParse(gcsCredentialsSchema, { kind: 'gcs-key-file', clientEmail, privateKey });
  if (credentials.success) return credentials.output;
  throw notKeyFile(
    'This is no key file of a service account: its address or its key is empty.',
    credentials.issues,
  );
}

function notKeyFile(message: string, cause: unknown): InvalidDataError {
  return new InvalidDataError(message, {
    where: 'key file',
    cause,
    remedy: {
      text: "Make one in Google's console: IAM, Service accounts, Keys, Add key, JSON. Then choose that file.",
    },
  });
}
