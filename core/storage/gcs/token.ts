/**
 * Access tokens: those a person pastes, and those a service account's key is exchanged for.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
import * as v from 'valibot';
import { StorageError } from '../../errors.ts';
import type { GcsCredentials } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered } from '../diagnose.ts';
import { retryAfter } from '../refusal.ts';
import { renewed } from '../renewed.ts';
import { clockSkew } from './errors.ts';
import type { SigningKey } from './keys.ts';

const tokenEndpoint = 'https://oauth2.googleapis.com/token';
export const scope = 'https://www.googleapis.com/auth/devstorage.read_write';
/** What changing a bucket itself takes. */
export const fullControl = 'https://www.googleapis.com/auth/devstorage.full_control';
/** As long as Google allows. */
const assertionSeconds = 3600;
/** Renewed this long before it lapses. */
const marginMs = 300_000;

export interface TokenSource {
  /** The value of the `Authorization` header; undefined where nobody is named. */
  authorization(): Promise<string | undefined>;
  /** Called when the token was refused. True when the next one will be another. */
  renew(): boolean;
}

interface Token {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
}

/** The source for these credentials; `key` is that of a key file. */
export function openTokenSource(
  credentials: GcsCredentials | undefined,
  key: SigningKey | undefined,
  ports: Ports,
  asked = scope,
): TokenSource {
  if (key !== undefined) return exchangedTokens(key, asked, ports);
  if (credentials?.kind === 'gcs-sign-in') return signedIn(credentials, ports);
  const value = credentials?.kind === 'gcs-token' ? `Bearer ${credentials.accessToken}` : undefined;
  return { authorization: async () => value, renew: () => false };
}

/** A person's token, which cannot be renewed without that person. */
function signedIn(
  { accessToken, expires }: Extract<GcsCredentials, { kind: 'gcs-sign-in' }>,
  { clock }: Ports,
): TokenSource {
  return {
    async authorization() {
      if (clock.now() < expires) return `Bearer ${accessToken}`;
      throw new StorageError('credentials-expired', 'Google signs a page in for an hour, and that is over.', {
        operation: 'open',
        remedy: { text: 'Your edits are on this device. Sign in again.' },
      });
    },
    renew: () => false,
  };
}

/** Requests that begin together wait for one exchange. */
function exchangedTokens(key: SigningKey, asked: string, ports: Ports): TokenSource {
  const tokens = renewed(() => exchange(key, asked, ports), ports.clock);
  return {
    authorization: async () => `Bearer ${(await tokens.current()).accessToken}`,
    renew() {
      tokens.drop();
      return true;
    },
  };
}

const answerSchema = v.object({ access_token: v.string(), expires_in: v.number() });
const refusalSchema = v.object({ error: v.string(), error_description: v.optional(v.string(), '') });

async function exchange(key: SigningKey, asked: string, ports: Ports): Promise<Token> {
  const now = ports.clock.now();
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: await makeAssertion(key, asked, now),
  });
  let response: Response;
  try {
    response = await ports.fetch(tokenEndpoint, { method: 'POST', credentials: 'omit', body });
  } catch (cause) {
    throw await diagnoseUnanswered(
      {
        url: tokenEndpoint,
        name: new URL(tokenEndpoint).host,
        operation: 'open',
        method: 'POST',
        cause,
        blocked: 'Google did not let this page exchange the key for an access token.',
        corsRemedy: {
          text: 'Use an access token instead (gcloud auth print-access-token), or go on in the extension.',
        },
      },
      ports,
    );
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const token = v.safeParse(answerSchema, answer);
  if (response.ok && token.success) {
    const { access_token, expires_in } = token.output;
    return { accessToken: access_token, renewAt: now + Math.max(expires_in * 1000 - marginMs, 1000) };
  }
  throw refused(response, answer, key.id, now);
}

/** A JSON Web Token, signed with the account's key. */
async function makeAssertion(key: SigningKey, asked: string, now: number): Promise<string> {
  const iat = Math.floor(now / 1000);
  const claims = { iss: key.id, scope: asked, aud: tokenEndpoint, iat, exp: iat + assertionSeconds };
  const encoder = new TextEncoder();
  const [header, payload] = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) =>
    base64Url(encoder.encode(JSON.stringify(part))),
  );
  const text = `${header}.${payload}`;
  return `${text}.${base64Url(new Uint8Array(await key.sign(text, '')))}`;
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function refused(response: Response, answer: unknown, account: string, now: number): StorageError {
  const { status, headers } = response;
  const said = v.safeParse(refusalSchema, answer);
  const { error, error_description: details } = said.success
    ? said.output
    : { error: '', error_description: '' };
  const fields = { operation: 'open', status };
  if (/iat and exp|reasonable timeframe|short-lived/i.test(details)) {
    const { code, message, remedy } = clockSkew(Date.parse(headers.get('date') ?? ''), now);
    return new StorageError(code, message, { ...fields, remedy });
  }
  if (status === 429 || status >= 500) {
    const retryAfterMs = retryAfter(headers.get('retry-after'), now);
    return new StorageError('throttled', 'Google gives no access token just now.', {
      ...fields,
      remedy: { text: 'Nothing is lost. Try again in a minute.' },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  return new StorageError('credentials-invalid', `Google does not take the key of ${account}.`, {
    ...fields,
    cause: `${error} ${details}`.trim(),
    remedy: {
      text: /account|disabled/i.test(details)
        ? 'The account was deleted or disabled. Choose the key file of one that is there.'
        : 'The key may have been deleted. Make a new one for this account, then choose its file.',
    },
  });
}
