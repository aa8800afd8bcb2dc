/**
 * Signing in at Google with a client ID of one's own. Google's token endpoint asks pages for a client secret even with
 * PKCE, so a page is given the token itself, behind the hash, for an hour and without a refresh token.
 * https://developers.google.com/identity/protocols/oauth2/javascript-implicit-flow
 */
import { StorageError } from '../../errors.ts';
import type { GcsCredentials } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { checkAnswer, makeState, type SignIn } from '../oauth.ts';
import { scope } from './token.ts';

export type GoogleSignIn = Extract<GcsCredentials, { kind: 'gcs-sign-in' }>;

/** Begins to sign a person in; `redirect` is the page of ours that is registered for the client. */
export function beginGoogleSignIn(
  { clientId }: { readonly clientId: string },
  redirect: string,
  ports: Pick<Ports, 'random' | 'clock'>,
): SignIn<GoogleSignIn> {
  const state = makeState(ports.random);
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirect,
    response_type: 'token',
    scope,
    state,
    prompt: 'select_account',
  });
  return {
    url: `https://accounts.google.com/o/oauth2/v2/auth?${query.toString()}`,
    state,
    async finish(answer) {
      const fields = checkAnswer(answer, state, 'Google');
      const accessToken = fields.get('access_token') ?? '';
      const seconds = Number(fields.get('expires_in'));
      // Google lets a person sign in and leave out what was asked for.
      const granted = (fields.get('scope') ?? scope).split(' ').includes(scope);
      if (accessToken !== '' && seconds > 0 && granted) {
        return { kind: 'gcs-sign-in', clientId, accessToken, expires: ports.clock.now() + seconds * 1000 };
      }
      throw new StorageError('credentials-invalid', 'Google signed you in, but not for Cloud Storage.', {
        operation: 'open',
        remedy: { text: 'Sign in again, and tick "Manage your data in Google Cloud Storage" there.' },
      });
    },
  };
}
