/**
 * Entra ID: access tokens for Blob Storage, of an application or of a person.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
import { StorageError } from '../../errors.ts';
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import {
  askForTokens,
  checkAnswer,
  makePkce,
  makeState,
  type Refused,
  type SignIn,
  type Tokens,
} from '../oauth.ts';
import { type Renewed, renewed } from '../renewed.ts';

export type EntraCredentials = Extract<AzureCredentials, { kind: 'azure-principal' | 'azure-sign-in' }>;

/** Renewed this long before it lapses. */
const marginMs = 300_000;
/** The same in all of Microsoft's clouds. */
const resource = 'https://storage.azure.com';
const personScope = `${resource}/user_impersonation offline_access`;

/** Who signs people in, by the cloud that the account is in. There is no other, so that no secret goes elsewhere. */
export function authorityOf({ endpoint }: Pick<AzureSettings, 'endpoint'>): string {
  const hostname = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  if (hostname.endsWith('.core.chinacloudapi.cn')) return 'https://login.partner.microsoftonline.cn';
  if (hostname.endsWith('.core.usgovcloudapi.net')) return 'https://login.microsoftonline.us';
  return 'https://login.microsoftonline.com';
}

/** A tenant's own address at its authority. A tenant is a domain or an ID, never a path. */
function tenantUrl(settings: AzureSettings, tenant: string): string {
  return `${authorityOf(settings)}/${encodeURIComponent(tenant)}/oauth2/v2.0`;
}

export type EntraToken = Pick<Tokens, 'accessToken'> & { readonly renewAt: number };

/** Tokens for these credentials, in memory only. A person's refresh token is replaced by each renewal. */
export function openEntra(
  settings: AzureSettings,
  credentials: EntraCredentials,
  ports: Ports,
): Renewed<EntraToken> {
  let refreshToken = credentials.kind === 'azure-sign-in' ? credentials.refreshToken : '';
  return renewed(async () => {
    const asked = ports.clock.now();
    const tokens =
      credentials.kind === 'azure-principal'
        ? await askAsApplication(settings, credentials, ports)
        : await ask(
            settings,
            credentials,
            {
              grant_type: 'refresh_token',
              refresh_token: refreshToken,
              scope: personScope,
            },
            ports,
          );
    refreshToken = tokens.refreshToken ?? refreshToken;
    const { accessToken, expires } = tokens;
    return { accessToken, renewAt: Math.max(expires - marginMs, (asked + expires) / 2) };
  }, ports.clock);
}

/** Microsoft gives no application's token to a page, whatever the secret: only the extension gets one. */
async function askAsApplication(
  settings: AzureSettings,
  credentials: EntraCredentials & { readonly kind: 'azure-principal' },
  ports: Ports,
): Promise<Tokens> {
  if (ports.host.kind === 'web') {
    throw new StorageError('cors', 'Microsoft gives a page no token for an application and its secret.', {
      operation: 'open',
      remedy: {
        text: 'Go on in the extension, or sign in as yourself, or use a shared access signature.',
      },
    });
  }
  const fields = { grant_type: 'client_credentials', scope: `${resource}/.default` };
  return ask(settings, credentials, { ...fields, client_secret: credentials.clientSecret }, ports);
}

async function ask(
  settings: AzureSettings,
  who: Pick<EntraCredentials, 'tenant' | 'clientId'>,
  fields: Readonly<Record<string, string>>,
  ports: Ports,
): Promise<Tokens> {
  const text =
    ports.host.kind === 'extension'
      ? `Allow the extension to reach ${new URL(authorityOf(settings)).host}.`
      : 'Register the address of this page for the application as that of a single-page application.';
  return askForTokens(
    {
      endpoint: `${tenantUrl(settings, who.tenant)}/token`,
      fields: { client_id: who.clientId, ...fields },
      blocked: 'Microsoft does not let this page have a token.',
      blockedRemedy: { text },
      refuse: (refused) => refusal(refused, who),
    },
    ports,
  );
}

/** Codes are of https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function refusal(
  { status, error, details }: Refused,
  { tenant, clientId }: Pick<EntraCredentials, 'tenant' | 'clientId'>,
): StorageError {
  const number = /AADSTS(\d+)/.exec(details)?.[1] ?? '';
  const end = clientId.slice(-4);
  const invalid = (message: string, text: string): StorageError =>
    new StorageError('credentials-invalid', message, { operation: 'open', status, remedy: { text } });
  switch (number) {
    case '90002':
    case '900023':
      return invalid(
        `Microsoft knows no tenant "${tenant}".`,
        'Copy the tenant ID from the overview of Entra ID.',
      );
    case '700016':
    case '7000229':
      return invalid(
        `The application that ends in "${end}" is not in the tenant "${tenant}".`,
        'Copy the client ID from its registration, and check the tenant.',
      );
    case '7000215':
      return invalid(
        `The secret does not belong to the application that ends in "${end}".`,
        'Paste the value of the secret, not its ID.',
      );
    case '7000222':
      return new StorageError('credentials-expired', `The secret of the application "…${end}" has expired.`, {
        operation: 'open',
        status,
        remedy: {
          text: 'Your edits are on this device. Make a new secret for the application, and paste it.',
        },
      });
    case '9002326':
    case '9002327':
      return new StorageError('cors', 'Microsoft gives this page no token: it is not registered as one.', {
        operation: 'open',
        status,
        remedy: {
          text: 'Register the address of this page for the application as that of a single-page application. An application with a secret works in the extension alone.',
        },
      });
    default:
  }
  if (error === 'invalid_grant' || error === 'interaction_required') {
    return new StorageError(
      'credentials-expired',
      'Microsoft asks you to sign in again. A page may stay signed in for a day.',
      {
        operation: 'open',
        status,
        remedy: { text: 'Your edits are on this device. Sign in again.' },
      },
    );
  }
  const said = details.split(/[\r\n]/, 1)[0] || error;
  return invalid(
    said === '' ? `Microsoft gives no token (${status}).` : `Microsoft gives no token: ${said}`,
    'Check tenant and client ID.',
  );
}

/** Begins to sign a person in; `redirect` is the page of ours that is registered for the application. */
export async function beginEntraSignIn(
  settings: AzureSettings,
  { tenant, clientId }: { readonly tenant: string; readonly clientId: string },
  redirect: string,
  ports: Ports,
): Promise<SignIn<EntraCredentials & { readonly kind: 'azure-sign-in' }>> {
  const { verifier, challenge } = await makePkce(ports.random);
  const state = makeState(ports.random);
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirect,
    scope: personScope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'select_account',
  });
  return {
    url: `${tenantUrl(settings, tenant)}/authorize?${query.toString()}`,
    state,
    async finish(answer) {
      const code = checkAnswer(answer, state, 'Microsoft').get('code') ?? '';
      const fields = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirect,
        code_verifier: verifier,
      };
      const tokens = await ask(settings, { tenant, clientId }, { ...fields, scope: personScope }, ports);
      if (tokens.refreshToken !== undefined) {
        return { kind: 'azure-sign-in', tenant, clientId, refreshToken: tokens.refreshToken };
      }
      throw new StorageError(
        'credentials-invalid',
        'Microsoft signed you in, but not for long enough to work.',
        {
          operation: 'open',
          remedy: { text: 'Allow the application the permission offline_access, then sign in again.' },
        },
      );
    },
  };
}
