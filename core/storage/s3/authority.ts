/** How requests to a bucket are authorised: by what keys, and whether in the address or in headers. */
import { presignSeconds, type S3Credentials, type S3Settings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { elementText } from '../../util/xml.ts';
import { openRole } from './role.ts';
import { makeSigner, type RequestToSign, type Sign, signNothing } from './sign.ts';
import { signHeaders } from './sigv4.ts';

/** Amazon allows a clock to be off by as much. */
const requestSeconds = 900;

export interface Authorized {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 by this device's clock. */
  readonly lapsesAt: number;
}

export interface Authority {
  authorize(request: Omit<RequestToSign, 'now' | 'expiresSeconds'>): Promise<Authorized>;
  /** An address that anyone may use. One of a role holds no longer than the role's keys. */
  presign(url: string, seconds: number): Promise<string>;
  /** What holds now; undefined for a public bucket. */
  keys(): Promise<S3Credentials | undefined>;
  /** Called with what refused a request: whether it should be authorised anew. */
  isStale(authorized: Authorized, refusal: { readonly status: number; readonly body: string }): boolean;
}

export function openAuthority(
  settings: S3Settings,
  credentials: S3Credentials | undefined,
  ports: Ports,
): Authority {
  const seconds = presignSeconds(settings);
  const payer: Readonly<Record<string, string>> = settings.requesterPays
    ? { 'x-amz-request-payer': 'requester' }
    : {};
  const role = credentials?.role && openRole(settings, credentials, credentials.role, ports);
  const keys = async (): Promise<S3Credentials | undefined> => (role ? role.current() : credentials);
  let signer: { readonly keys: S3Credentials; readonly sign: Sign } | undefined;

  /** The same for the same keys, as it remembers what it derived of them. */
  function signerFor(held: S3Credentials | undefined): Sign {
    if (held === undefined) return signNothing;
    if (signer?.keys !== held) signer = { keys: held, sign: makeSigner(held, settings.region) };
    return signer.sign;
  }

  async function authorize({
    method,
    url,
    query,
  }: Parameters<Authority['authorize']>[0]): Promise<Authorized> {
    const held = await keys();
    const now = ports.clock.now();
    if (seconds === 0 && held !== undefined) {
      const request = { method, url, now, payload: 'UNSIGNED-PAYLOAD', ...(query ? { query } : {}) };
      const headers = await signHeaders({ ...request, headers: payer }, held, {
        region: settings.region,
        service: 's3',
      });
      const address = await signNothing({ method, url, now, expiresSeconds: 0, ...(query ? { query } : {}) });
      return { url: address, headers, lapsesAt: now + requestSeconds * 1000 };
    }
    // Only what reads an object lasts as long as asked: all else is used at once.
    const reads = method === 'GET' && query === undefined;
    const expiresSeconds = reads ? seconds : requestSeconds;
    return {
      url: await signerFor(held)({ method, url, query: { ...query, ...payer }, now, expiresSeconds }),
      headers: {},
      lapsesAt: held === undefined ? Number.POSITIVE_INFINITY : now + expiresSeconds * 1000,
    };
  }

  return {
    authorize,
    keys,
    async presign(url, forSeconds) {
      const held = await keys();
      const now = ports.clock.now();
      return signerFor(held)({ method: 'GET', url, query: payer, now, expiresSeconds: forSeconds });
    },
    isStale({ lapsesAt }, { status, body }) {
      if (status !== 400 && status !== 401 && status !== 403) return false;
      const refusesKeys =
        /^(?:ExpiredToken|InvalidToken|InvalidTokenId|InvalidAccessKeyId|TokenRefreshRequired)$/;
      if (role && refusesKeys.test(elementText(body, 'Code') ?? '')) {
        role.drop();
        return true;
      }
      return ports.clock.now() >= lapsesAt;
    },
  };
}
