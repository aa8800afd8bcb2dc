/** OAuth 2.0 as Microsoft and Google speak it: tokens from their endpoints, and signing in with PKCE (RFC 6749, 7636). */
import * as v from 'valibot';
import { type Remedy, StorageError } from '../errors.ts';
import type { Ports, Random } from '../ports.ts';
import { diagnoseUnanswered } from './diagnose.ts';
import { retryAfter } from './refusal.ts';

const tokensSchema = v.object({
  access_token: v.string(),
  expires_in: v.pipe(v.union([v.number(), v.string()]), v.transform(Number)),
  refresh_token: v.optional(v.string()),
});
const refusalSchema = v.object({ error: v.string(), error_description: v.optional(v.string(), '') });

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly refreshToken: string | undefined;
}

/** What a token endpoint says no with. */
export interface Refused {
  readonly status: number;
  /** As `invalid_grant`. */
  readonly error: string;
  readonly details: string;
}

interface TokenRequest {
  readonly endpoint: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Said where the endpoint answers, but not to a page. */
  readonly blocked: string;
  readonly blockedRemedy: Remedy;
  /** The error of a refusal that is neither "too often" nor the server's own failure. */
  readonly refuse: (refused: Refused) => StorageError;
}

/** Asks a token endpoint. Its secrets are in the body, never in the address. */
export async function askForTokens(request: TokenRequest, ports: Ports): Promise<Tokens> {
  const { endpoint, fields, blocked, blockedRemedy, refuse } = request;
  const { host } = new URL(endpoint);
  const now = ports.clock.now();
  let response: Response;
  try {
    const body = new URLSearchParams(fields);
    response = await ports.fetch(endpoint, { method: 'POST', credentials: 'omit', body });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const what = { url: endpoint, name: host, operation: 'open', method: 'POST', cause, blocked };
    throw await diagnoseUnanswered({ ...what, corsRemedy: blockedRemedy }, ports);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const tokens = v.safeParse(tokensSchema, answer);
  if (response.ok && tokens.success) {
    const { access_token: accessToken, expires_in, refresh_token: refreshToken } = tokens.output;
    return { accessToken, expires: now + expires_in * 1000, refreshToken };
  }
  const { status, headers } = response;
  if (status === 429 || status >= 500) {
    const retryAfterMs = retryAfter(headers.get('retry-after'), now);
    throw new StorageError('throttled', `${host} gives no access token just now.`, {
      operation: 'open',
      status,
      remedy: { text: 'Nothing is lost. Try again in a minute.' },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  const said = v.safeParse(refusalSchema, answer);
  const { error, error_description: details } = said.success
    ? said.output
    : { error: '', error_description: '' };
  throw refuse({ status, error, details });
}

/** A secret of one sign-in, and what of it may be shown. */
export async function makePkce(random: Random): Promise<{ verifier: string; challenge: string }> {
  const verifier = base64Url(random.bytes(32));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64Url(new Uint8Array(digest)) };
}

/** What ties an answer to the sign-in that asked for it. */
export function makeState(random: Random): string {
  return base64Url(random.bytes(16));
}

/** A sign-in that was begun. */
export interface SignIn<Credentials> {
  /** The provider's page, to be opened in a window of its own. */
  readonly url: string;
  readonly state: string;
  /** Takes the fields that the provider's page came back with; says who signed in, or why nobody did. */
  finish(answer: URLSearchParams): Promise<Credentials>;
}

/**
 * The fields of an answer, if it is one to this sign-in and no refusal.
 * @throws StorageError `credentials-invalid`
 */
export function checkAnswer(answer: URLSearchParams, state: string, who: string): URLSearchParams {
  const fail = (message: string, text: string): StorageError =>
    new StorageError('credentials-invalid', message, { operation: 'open', remedy: { text } });
  if (answer.get('state') !== state) {
    throw fail(`What ${who} answered belongs to another sign-in.`, 'Sign in again.');
  }
  const error = answer.get('error');
  if (error === null) return answer;
  if (error === 'access_denied')
    throw fail(`Nobody was signed in at ${who}.`, 'Sign in again, and allow it there.');
  throw fail(
    `${who} did not sign you in: ${answer.get('error_description') ?? error}`,
    'Check the client ID, and that the address of this page is registered for it.',
  );
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
