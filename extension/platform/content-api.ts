/** What a content script needs of the extension's API, without the polyfill's weight on each console page. */
import type { Message } from '../messages.ts';

/** False once the extension was updated or removed under an open tab: this script can reach nobody any more. */
export function isConnected(): boolean {
  return chrome.runtime?.id !== undefined;
}

/** Rejects when the extension was updated meanwhile. */
export async function send(message: Message): Promise<unknown> {
  if (!isConnected()) throw new Error('The extension was updated.');
  return chrome.runtime.sendMessage<Message, unknown>(message);
}
