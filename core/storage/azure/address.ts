/** What a pasted container address or connection string says. */
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';

type Address = Partial<Omit<AzureSettings, 'provider' | 'presignMinutes'>>;

export interface ParsedAddress {
  /** Only what the address says; the rest stays as the form has it. */
  readonly settings: Address;
  /** Of a connection string or of an address with a signature. */
  readonly credentials?: AzureCredentials;
  /** What was filled in, for a line below the field; never a secret. */
  readonly words: string;
}

/**
 * Reads `azure-blob://container/prefix`, a container's or blob's `https://` address (also with a signature), Azurite's,
 * or a connection string. Undefined where the text is none of them.
 */
export function parseAddress(text: string): ParsedAddress | undefined {
  const pasted = text.trim();
  const scheme = /^azure-blob:\/\/([^/\s]+)\/?([^]*)$/.exec(pasted);
  if (scheme) return say({ container: scheme[1] ?? '', prefix: scheme[2] ?? '' });
  if (/^[A-Za-z]+=[^;]*(?:;|$)/.test(pasted)) return fromConnectionString(pasted);
  const url = toUrl(pasted);
  return url && fromUrl(url);
}

function toUrl(text: string): URL | undefined {
  if (/\s/.test(text)) return undefined;
  const bare = /^[\w-]+\.blob\.core\.[a-z.]+(?:\/|$)/.test(text);
  try {
    const url = new URL(bare ? `https://${text}` : text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Azure's clouds: the public one, and those of China, the US government and, formerly, Germany. */
const cloudHost =
  /^(?<account>[a-z0-9]{3,24})(?:-secondary)?\.(?:blob|dfs)\.(?<suffix>core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net|cloudapi\.de))$/;
const publicSuffix = 'core.windows.net';
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function fromUrl(url: URL): ParsedAddress | undefined {
  const { settings, path } = placeOf(url);
  if (settings === undefined) return undefined;
  // Cut from the text, as a key may begin with a slash or hold an escape that is no UTF-8.
  const whole = decode(path);
  const slash = whole.indexOf('/');
  const container = slash < 0 ? whole : whole.slice(0, slash);
  const key = slash < 0 ? '' : whole.slice(slash + 1);
  const fields = url.searchParams;
  const signed = fields.has('sig');
  // A signature for one blob: its folder is meant, though the signature does not reach it.
  const prefix = fields.get('prefix') ?? (fields.get('sr') === 'b' ? folderOf(key) : key);
  return say(
    { ...settings, ...(container === '' ? {} : { container, prefix }) },
    signed ? { kind: 'azure-sas', sas: url.search.slice(1) } : undefined,
  );
}

/** The account that an address names, and the path below it. Other servers than Azure's keep it in the path. */
function placeOf(url: URL): { readonly settings?: Address; readonly path: string } {
  const path = url.pathname.slice(1);
  const { account, suffix } = cloudHost.exec(url.hostname)?.groups ?? {};
  if (account !== undefined) {
    return { settings: { account, endpoint: cloudEndpoint(account, suffix ?? publicSuffix) }, path };
  }
  // A name of one's own in front of an account keeps containers at its root; a machine of one's own keeps accounts.
  if (!loopback.test(url.hostname) && url.port === '') {
    const known = url.searchParams.has('sig') || url.searchParams.get('restype') === 'container';
    return known ? { settings: { endpoint: url.origin }, path } : { path };
  }
  const slash = path.indexOf('/');
  const inPath = decode(slash < 0 ? path : path.slice(0, slash));
  if (inPath === '') return { path };
  const settings = { account: inPath, endpoint: `${url.origin}/${inPath}` };
  return { settings, path: slash < 0 ? '' : path.slice(slash + 1) };
}

function cloudEndpoint(account: string, suffix: string): string {
  return suffix === publicSuffix ? '' : `https://${account}.blob.${suffix}`;
}

/** Azurite's account, which is the same everywhere and published. */
const development = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  endpoint: 'http://127.0.0.1:10000/devstoreaccount1',
};

/** `Name=value` pairs; values may hold `=`. https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string */
function fromConnectionString(text: string): ParsedAddress | undefined {
  const fields = new Map<string, string>();
  for (const pair of text.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) fields.set(pair.slice(0, equals).trim().toLowerCase(), pair.slice(equals + 1).trim());
  }
  if (fields.get('usedevelopmentstorage') === 'true') {
    const { account, key, endpoint } = development;
    return say({ account, endpoint }, { kind: 'azure-key', key });
  }
  const blob = toUrl(fields.get('blobendpoint') ?? '');
  const found = blob && placeOf(blob).settings;
  const account = fields.get('accountname') ?? found?.account;
  if (account === undefined && blob === undefined) return undefined;
  const suffix = fields.get('endpointsuffix') ?? publicSuffix;
  const protocol = fields.get('defaultendpointsprotocol') ?? 'https';
  const named =
    protocol === 'https' ? cloudEndpoint(account ?? '', suffix) : `http://${account}.blob.${suffix}`;
  const own = blob && `${blob.origin}${blob.pathname.replace(/\/+$/, '')}`;
  const sas = fields.get('sharedaccesssignature');
  const key = fields.get('accountkey');
  return say(
    { ...(account === undefined ? {} : { account }), endpoint: found?.endpoint ?? own ?? named },
    sas ? { kind: 'azure-sas', sas } : key ? { kind: 'azure-key', key } : undefined,
  );
}

function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function say(settings: Address, credentials?: AzureCredentials): ParsedAddress {
  const parts = [
    settings.account === undefined ? '' : `account "${settings.account}"`,
    settings.container === undefined ? '' : `container "${settings.container}"`,
    settings.prefix ? `prefix "${settings.prefix}"` : '',
    settings.endpoint ? `endpoint ${settings.endpoint}` : '',
    credentials === undefined ? '' : credentials.kind === 'azure-key' ? 'the account key' : 'the signature',
  ].filter((part) => part !== '');
  return { settings, ...(credentials ? { credentials } : {}), words: `Filled in ${parts.join(', ')}.` };
}
