/** How requests to a container are authorised: a signature in the query, one in a header, or a token. */
import { StorageError } from '../../errors.ts';
import { type AzureCredentials, type AzureSettings, presignSeconds } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type { Operation } from '../refusal.ts';
import { type Lapsing, renewed } from '../renewed.ts';
import { type DelegationKey, delegationRequest, parseDelegationKey, signReadWith } from './delegation.ts';
import { openEntra } from './entra.ts';
import { bareSas, fromBase64, makeMinter, type Permissions, version } from './sas.ts';
import { signWithKey } from './shared-key.ts';
import { accountUrl } from './url.ts';

/** As long as signatures for single requests hold. */
const requestSeconds = 900;
/** A signature is used for so long, for all requests of its kind. */
const reuseMs = 5 * 60_000;
/** Azure gives keys of a delegation for a week at most; one is used for a day. */
const delegationMs = 7 * 24 * 3_600_000;
const delegationReuseMs = 24 * 3_600_000;

interface RequestToAuthorize {
  readonly operation: Operation;
  readonly method: string;
  readonly url: string;
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | Uint8Array<ArrayBuffer> | string;
}

export interface Authorized {
  /** To add to the query; may be empty. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 by this device's clock. */
  readonly lapsesAt: number;
}

export interface Authority {
  authorize(request: RequestToAuthorize): Promise<Authorized>;
  /** The query that lets anyone read one blob; empty where everyone may. */
  grantRead(key: string, seconds: number): Promise<string>;
  /** Called when a request was refused: whether it should be authorised anew. */
  isStale(authorized: Authorized, refusal: Pick<Response, 'status' | 'headers'>): boolean;
}

const permissions: Readonly<Record<Operation, Permissions>> = {
  list: 'rl',
  stat: 'r',
  read: 'r',
  presign: 'r',
  // Reading too: an upload asks which of its parts are there.
  write: 'rcw',
  remove: 'd',
};

export function openAuthority(
  settings: AzureSettings,
  credentials: AzureCredentials | undefined,
  ports: Ports,
): Authority {
  switch (credentials?.kind) {
    case 'azure-key':
      return presignSeconds(settings) === 0
        ? keyInHeaders(settings, credentials.key, ports)
        : keyInQuery(settings, credentials.key, ports);
    case 'azure-principal':
    case 'azure-sign-in':
      return byToken(settings, credentials, ports);
    case 'azure-sas':
    case undefined: {
      const query = credentials ? bareSas(credentials.sas) : '';
      const authorized = { query, headers: {}, lapsesAt: Number.POSITIVE_INFINITY };
      return { authorize: async () => authorized, grantRead: async () => query, isStale: () => false };
    }
  }
}

function notWhole(operation: string): StorageError {
  return new StorageError('credentials-invalid', 'This account key is not whole: it is no base64.', {
    operation,
    remedy: { text: 'Copy "Key" from "Access keys" in the portal again, to its end.' },
  });
}

function keyInQuery(settings: AzureSettings, accountKey: string, ports: Ports): Authority {
  const { account, container } = settings;
  const { clock } = ports;
  const mint = makeMinter(accountKey);
  const minted = new Map<
    Permissions,
    { readonly query: Promise<string>; readonly at: number; readonly until: number }
  >();

  return {
    async authorize({ operation }) {
      const now = clock.now();
      const allowed = permissions[operation];
      const seconds = operation === 'read' ? presignSeconds(settings) : requestSeconds;
      const known = minted.get(allowed);
      const fresh = known && Math.abs(now - known.at) < Math.min(reuseMs, (seconds * 1000) / 3);
      if (known && fresh) return { query: await known.query, headers: {}, lapsesAt: known.until };
      if (!mint) throw notWhole(operation);
      const until = now + seconds * 1000;
      const query = mint({ account, container, permissions: allowed, expires: until });
      minted.set(allowed, { query, at: now, until });
      return { query: await query, headers: {}, lapsesAt: until };
    },
    async grantRead(key, seconds) {
      if (!mint) throw notWhole('presign');
      return mint({ account, container, key, permissions: 'r', expires: clock.now() + seconds * 1000 });
    },
    isStale({ lapsesAt }, { status }) {
      if (status !== 401 && status !== 403) return false;
      return clock.now() >= lapsesAt;
    },
  };
}

function keyInHeaders(settings: AzureSettings, accountKey: string, ports: Ports): Authority {
  const bytes = fromBase64(accountKey);
  let imported: Promise<CryptoKey> | undefined;
  return {
    ...keyInQuery(settings, accountKey, ports),
    async authorize({ operation, method, url, query = {}, headers = {}, body }) {
      if (bytes === undefined) throw notWhole(operation);
      imported ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const length = body === undefined ? 0 : new Blob([body]).size;
      const request = { method, url, query, headers, length, now: ports.clock.now() };
      const signed = await signWithKey(request, settings.account, await imported, version);
      return { query: '', headers: signed, lapsesAt: request.now + requestSeconds * 1000 };
    },
  };
}

function byToken(
  settings: AzureSettings,
  credentials: Parameters<typeof openEntra>[1],
  ports: Ports,
): Authority {
  const { account, container } = settings;
  const tokens = openEntra(settings, credentials, ports);
  const keys = renewed(askForKey, ports.clock);
  /** Only where it was asked for: without, a request more would come before the first picture. */
  const readSeconds = settings.presignMinutes === undefined ? 0 : presignSeconds(settings);

  async function headers(operation: string): Promise<Record<string, string>> {
    if (!accountUrl(settings).startsWith('https:')) {
      throw new StorageError(
        'credentials-invalid',
        'An access token goes over https alone, and this address is not.',
        {
          operation,
          remedy: { text: 'Use the https address of the account, or a shared access signature.' },
        },
      );
    }
    const { accessToken } = await tokens.current();
    return { authorization: `Bearer ${accessToken}`, 'x-ms-version': version };
  }

  async function askForKey(): Promise<DelegationKey & Lapsing> {
    const now = ports.clock.now();
    const response = await ports.fetch(`${accountUrl(settings)}/?restype=service&comp=userdelegationkey`, {
      method: 'POST',
      credentials: 'omit',
      headers: { ...(await headers('presign')), 'content-type': 'application/xml' },
      body: delegationRequest(now - 60_000, now + delegationMs - 120_000),
    });
    const key = response.ok ? parseDelegationKey(await response.text()) : undefined;
    if (key) return { ...key, renewAt: now + delegationReuseMs };
    throw new StorageError('forbidden', `This identity may not sign addresses in the account "${account}".`, {
      operation: 'presign',
      status: response.status,
      remedy: {
        text: 'Give it the role Storage Blob Delegator on the account, or leave "Reading is signed for" empty.',
      },
    });
  }

  async function grantRead(key: string, seconds: number): Promise<string> {
    const expires = ports.clock.now() + seconds * 1000;
    return signReadWith(await keys.current(), { account, container, blob: key, expires });
  }

  return {
    async authorize({ operation, key }) {
      if (operation === 'read' && key !== undefined && readSeconds > 0) {
        const query = await grantRead(key, readSeconds);
        return { query, headers: {}, lapsesAt: ports.clock.now() + readSeconds * 1000 };
      }
      return { query: '', headers: await headers(operation), lapsesAt: Number.POSITIVE_INFINITY };
    },
    grantRead,
    isStale({ lapsesAt, query }, { status, headers: said }) {
      if (query !== '') return status === 403 && ports.clock.now() >= lapsesAt;
      // Azure says 401; Azurite, and Azure of some tokens, 403.
      const ofToken = status === 403 && said.get('x-ms-error-code') === 'AuthenticationFailed';
      if (status !== 401 && !ofToken) return false;
      tokens.drop();
      return true;
    },
  };
}
