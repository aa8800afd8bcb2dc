/** What a provider comes back to after signing in: hands its answer to the page that waits, and closes. */
import { signInChannel } from './host/signed-in-channel.ts';

const address = location.href;
// Neither the history nor an extension that looks at tabs should keep a token.
history.replaceState(undefined, '', location.pathname);
const channel = new BroadcastChannel(signInChannel);
channel.postMessage(address);
channel.close();
close();
