/**
 * A stand-in for the sign-in pages and token endpoints of Microsoft and Google, which nobody can run: their documented
 * protocols, with PKCE verified, refresh tokens replaced, and tokens of one's own making. Nobody is asked anything:
 * whoever opens the page is signed in, but for the client `nobody`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface OauthStandIn {
  /** Stands for `https://login.microsoftonline.com` below `/microsoft`, for `https://accounts.google.com` below `/google`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The one application with a secret, and the secret. */
export const application = {
  tenant: 'contoso.example',
  clientId: 'application-1234',
  clientSecret: 's3cret~value',
};
/** The one that people sign in to, from any page. */
export const person = { tenant: 'contoso.example', clientId: 'page-5678' };

interface Grant {
  readonly clientId: string;
  readonly challenge?: string;
  readonly redirect?: string;
}

const tokenSeconds = 3599;

export async function startOauthStandIn(): Promise<OauthStandIn> {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const say = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const refuse = (error: string, details: string): void =>
      say(400, { error, error_description: `${details}\r\nTrace ID: 0` });
    const [, who, tenant = ''] = url.pathname.split('/');
    if (url.pathname.endsWith('/authorize') || url.pathname === '/google/o/oauth2/v2/auth') {
      const { redirect, state, clientId } = {
        redirect: url.searchParams.get('redirect_uri') ?? '',
        state: url.searchParams.get('state') ?? '',
        clientId: url.searchParams.get('client_id') ?? '',
      };
      const back = new URLSearchParams({ state });
      if (clientId === 'nobody') back.set('error', 'access_denied');
      else if (who === 'google') {
        back.set('access_token', `ya29.${randomUUID()}`);
        back.set('expires_in', String(tokenSeconds));
        back.set('token_type', 'Bearer');
        back.set('scope', url.searchParams.get('scope') ?? '');
      } else {
        const code = randomUUID();
        codes.set(code, { clientId, redirect, challenge: url.searchParams.get('code_challenge') ?? '' });
        back.set('code', code);
      }
      // Google gives tokens behind the hash, where servers do not see them.
      const location = `${redirect}${who === 'google' ? '#' : '?'}${back.toString()}`;
      response.writeHead(302, { location }).end();
      return;
    }
    const { origin } = request.headers;
    const fields = new URLSearchParams(await readAll(request));
    const clientId = fields.get('client_id') ?? '';
    // Only pages of an application for pages are answered.
    if (origin !== undefined && clientId !== application.clientId) {
      response.setHeader('access-control-allow-origin', origin);
    }
    if (tenant !== person.tenant)
      return refuse('invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
    switch (fields.get('grant_type') ?? '') {
      case 'client_credentials':
        if (origin !== undefined) {
          return refuse(
            'invalid_request',
            "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
          );
        }
        if (clientId !== application.clientId) {
          return refuse('unauthorized_client', `AADSTS700016: Application '${clientId}' was not found.`);
        }
        if (fields.get('client_secret') !== application.clientSecret) {
          return refuse('invalid_client', 'AADSTS7000215: Invalid client secret provided.');
        }
        return say(200, tokens(false));
      case 'authorization_code': {
        const code = fields.get('code') ?? '';
        const grant = codes.get(code);
        codes.delete(code);
        const challenge = createHash('sha256')
          .update(fields.get('code_verifier') ?? '')
          .digest('base64url');
        if (grant?.clientId !== clientId || grant.redirect !== fields.get('redirect_uri')) {
          return refuse('invalid_grant', 'AADSTS70008: The provided authorization code is expired.');
        }
        if (grant.challenge !== challenge) {
          return refuse(
            'invalid_grant',
            'AADSTS501481: The Code_Verifier does not match the code_challenge.',
          );
        }
        return say(200, tokens(true, grant));
      }
      case 'refresh_token': {
        const grant = refreshTokens.get(fields.get('refresh_token') ?? '');
        if (grant?.clientId !== clientId) {
          return refuse(
            'invalid_grant',
            'AADSTS700084: The refresh token was issued to a single page app and has expired.',
          );
        }
        return say(200, tokens(true, grant));
      }
      default:
        return refuse('unsupported_grant_type', 'AADSTS70003: unsupported.');
    }
  }

  function tokens(refreshes: boolean, grant: Grant = { clientId: '' }): object {
    const more: { refresh_token?: string } = {};
    if (refreshes) {
      more.refresh_token = randomUUID();
      refreshTokens.set(more.refresh_token, { clientId: grant.clientId });
    }
    return { token_type: 'Bearer', access_token: makeToken(), expires_in: tokenSeconds, ...more };
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** As Entra ID makes them, without a signature: Azurite looks at issuer, audience and times. */
export function makeToken(lapsesInSeconds = tokenSeconds): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: 'https://storage.azure.com',
    iss: 'https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/',
    iat: now - 10,
    nbf: now - 10,
    exp: now + lapsesInSeconds,
    oid: '23657296-5cd5-45b0-a809-d972a7f4dfe1',
    tid: 'ab1f708d-50f6-404c-a006-d71b2ac7a606',
    jti: randomUUID(),
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.none`;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
