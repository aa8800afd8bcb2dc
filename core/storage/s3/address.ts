/** What a pasted bucket address says. Shapes: Amazon's endpoints and those of its better-known relatives. */
import type { S3Settings } from '../../model/storage.ts';

type Address = Partial<Omit<S3Settings, 'provider' | 'requesterPays' | 'presignMinutes'>>;

export interface ParsedAddress {
  /** Only what the address says; the rest stays as the form has it. */
  readonly settings: Address;
  /** What was filled in, for a line below the field. */
  readonly words: string;
}

/**
 * Reads `s3://bucket/prefix`, a bucket's or object's `https://` address (also presigned) or an endpoint.
 * Undefined where the text is no address.
 */
export function parseAddress(text: string): ParsedAddress | undefined {
  const pasted = text.trim();
  const scheme = /^s3[an]?:\/\/([^/\s]+)\/?([^]*)$/.exec(pasted);
  if (scheme) return say({ bucket: scheme[1] ?? '', prefix: scheme[2] ?? '' }, false);
  const url = toUrl(pasted);
  if (url === undefined) return undefined;
  const signed = url.searchParams.has('X-Amz-Signature') || url.searchParams.has('Signature');
  const address = fromUrl(url, signed);
  return Object.keys(address).length === 0 ? undefined : say(address, signed);
}

/** `localhost:9000` and `play.min.io:9000/bucket` are addresses too; a single word is not. */
function toUrl(text: string): URL | undefined {
  if (/\s/.test(text)) return undefined;
  const bare = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/|$)/.test(text);
  const looksKnown = /^[^/]*(?::\d+|amazonaws\.com(?:\.cn)?|\.com)(?:\/|$)/.test(text);
  if (bare && !looksKnown) return undefined;
  const local = /^(?:localhost|\d+(?:\.\d+){3})[:/]/.test(text);
  try {
    const url = new URL(bare ? `${local ? 'http' : 'https'}://${text}` : text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function fromUrl(url: URL, signed: boolean): Address {
  for (const read of [fromAmazon, fromRelative]) {
    const found = read(url.hostname);
    if (found) return withPath(found, url, signed);
  }
  // An address of a plain web page names no bucket; a server of one's own is known by what follows.
  return withPath({ endpoint: url.origin, addressing: 'path' }, url, signed);
}

/** Takes bucket (in path style) and prefix out of the path. */
function withPath(host: Address, url: URL, signed: boolean): Address {
  // Cut from the text, as a key may begin with a slash or hold an escape that is no UTF-8.
  let path = decode(url.pathname.slice(1));
  let bucket = host.bucket;
  if (bucket === undefined) {
    const slash = path.indexOf('/');
    bucket = slash < 0 ? path : path.slice(0, slash);
    path = slash < 0 ? '' : path.slice(slash + 1);
  }
  // A presigned address is one object's: its folder is meant.
  const prefix = url.searchParams.get('prefix') ?? (signed ? path.slice(0, path.lastIndexOf('/') + 1) : path);
  return { ...host, ...(bucket === '' ? {} : { bucket, prefix }) };
}

const amazonHost =
  /^(?:(?<bucket>[a-z0-9][a-z0-9.-]*)\.)?s3(?:-website|-fips|-external-1)?(?:\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\d+))?\.amazonaws\.com(?:\.cn)?$/;

function fromAmazon(hostname: string): Address | undefined {
  const match = amazonHost.exec(hostname);
  if (!match) return undefined;
  const { bucket, region } = match.groups ?? {};
  return {
    endpoint: '',
    addressing: bucket === undefined ? 'path' : 'virtual',
    ...(bucket === undefined ? {} : { bucket }),
    ...(region === undefined ? {} : { region }),
  };
}

/** Host names of services that keep the bucket before a root of their own; the group `root` is the endpoint. */
const relatives: readonly { readonly host: RegExp; readonly region?: string }[] = [
  { host: /^(?:(?<bucket>[^.]+)\.)?(?<root>s3\.(?<region>[a-z]+-[a-z]+-\d+)\.backblazeb2\.com)$/ },
  {
    host: /^(?:(?<bucket>[^.]+)\.)?(?<root>[0-9a-f]{32}(?:\.(?:eu|fedramp))?\.r2\.cloudflarestorage\.com)$/,
    region: 'auto',
  },
  { host: /^(?:(?<bucket>.+)\.)?(?<root>s3\.(?<region>[a-z]+-[a-z]+-\d+)\.wasabisys\.com)$/ },
  { host: /^(?:(?<bucket>.+)\.)?(?<root>s3\.wasabisys\.com)$/, region: 'us-east-1' },
  {
    host: /^(?:(?<bucket>[^.]+)\.)?(?<root>(?<region>[a-z]{3}\d)(?:\.cdn)?\.digitaloceanspaces\.com)$/,
  },
];

function fromRelative(hostname: string): Address | undefined {
  for (const { host, region: fixed } of relatives) {
    const groups = host.exec(hostname)?.groups;
    if (groups === undefined) continue;
    const { bucket, root } = groups;
    const region = fixed ?? groups['region'];
    return {
      endpoint: `https://${(root ?? '').replace('.cdn.', '.')}`,
      addressing: bucket === undefined ? 'path' : 'virtual',
      ...(bucket === undefined ? {} : { bucket }),
      ...(region === undefined ? {} : { region }),
    };
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function say(settings: Address, signed: boolean): ParsedAddress {
  const parts = [
    settings.bucket === undefined ? '' : `bucket "${settings.bucket}"`,
    settings.prefix ? `prefix "${settings.prefix}"` : '',
    settings.region === undefined ? '' : `region ${settings.region}`,
    settings.endpoint ? `endpoint ${settings.endpoint}` : '',
  ].filter((part) => part !== '');
  const filled = parts.length === 0 ? "Amazon's own endpoint." : `Filled in ${parts.join(', ')}.`;
  return { settings, words: signed ? `${filled} The signature in the address is not kept.` : filled };
}
