/** Signing in at a provider, in a window that the browser itself opens and reads the answer of. */
import { StorageError } from '#core/errors.ts';
import { api } from './api.ts';

/** The address that the provider came back with. Called in a person's gesture. */
export async function signIn(url: string): Promise<string> {
  try {
    return await api.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (cause) {
    throw new StorageError('credentials-invalid', 'Nobody was signed in.', {
      operation: 'open',
      cause,
      remedy: { text: 'Sign in again, and allow it in the window.' },
    });
  }
}

/** What is registered at the provider; it differs between copies of the extension. */
export function signInRedirect(): string {
  return api.identity.getRedirectURL();
}

/**
 * Microsoft gives an application with a secret no token where the request names a page as its origin, and the browser
 * names the extension's. So that header is left away, from the extension's own requests for tokens and nothing else.
 */
export async function sendTokenRequestsWithoutOrigin(): Promise<void> {
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [1],
    addRules: [
      {
        id: 1,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        condition: {
          initiatorDomains: [chrome.runtime.id],
          requestDomains: [
            'login.microsoftonline.com',
            'login.microsoftonline.us',
            'login.partner.microsoftonline.cn',
          ],
          urlFilter: '/oauth2/v2.0/token|',
          requestMethods: ['post'],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ],
  });
}
