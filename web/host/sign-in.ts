/**
 * Signing in at a provider, in a window of its own that comes back to a page of ours. That page has no opener to
 * speak to (providers cut it off), so it speaks by a channel that only this origin hears.
 */
import { StorageError } from '#core/errors.ts';
import type { Ports } from '#core/ports.ts';
import type { SignIn } from '#core/storage/oauth.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import { signInChannel } from './signed-in-channel.ts';

/** How long a person may take. */
const patienceMs = 10 * 60_000;
const look = 'popup,width=520,height=680';

/** The page that providers come back to; it is registered there. */
export function redirectAddress(): string {
  return hostPowers().signInRedirect?.() ?? new URL('signed-in.html', location.href.split('#', 1)[0]).href;
}

/** Begins a sign-in that comes back to `redirect`. */
type Begin<Credentials> = (
  redirect: string,
  ports: Ports,
) => SignIn<Credentials> | Promise<SignIn<Credentials>>;

/** Opens the provider's page and waits for its answer. Called in a click. Rejects when nobody signs in. */
export async function signInWith<Credentials>(begin: Begin<Credentials>): Promise<Credentials> {
  const { house } = await import('./house.ts');
  const begun = await begin(redirectAddress(), house.ports);
  const answer = await hostPowers().signIn?.(begun.url);
  if (answer !== undefined) return begun.finish(fieldsOf(answer));
  const popup = open(begun.url, 'bucketmark-sign-in', look);
  if (popup === null) {
    throw new StorageError('unexpected', 'The browser did not open the window to sign in.', {
      operation: 'open',
      remedy: { text: 'Allow this page to open windows, then press again.' },
    });
  }
  return begun.finish(fieldsOf(await answerTo(begun.state)));
}

/** The address that the provider came back with: the first that names this sign-in. */
function answerTo(state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(signInChannel);
    const done = (): void => {
      clearTimeout(timer);
      channel.close();
    };
    const timer = setTimeout(() => {
      done();
      const words = 'Nobody signed in within ten minutes.';
      reject(
        new StorageError('credentials-invalid', words, {
          operation: 'open',
          remedy: { text: 'Press again.' },
        }),
      );
    }, patienceMs);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || fieldsOf(data).get('state') !== state) return;
      done();
      resolve(data);
    });
  });
}

/** Google answers behind the hash, Microsoft in the query. */
function fieldsOf(address: string): URLSearchParams {
  const { search, hash } = new URL(address);
  return new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
}
