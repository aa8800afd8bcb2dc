/** What every console's content script does: follow the address, show or take away the button. */
import type { BucketRef } from '../consoles/console.ts';
import { isConnected, send } from '../platform/content-api.ts';
import { watchAddress } from './address.ts';
import { type Button, makeButton } from './button.ts';

/** `locate` says which bucket an address shows; the page itself is never read. */
export function startContent(locate: (address: URL) => BucketRef | undefined): void {
  const ending = new AbortController();
  let button: Button | undefined;
  const takeAway = (): void => {
    button?.remove();
    button = undefined;
  };

  const open = (): void => {
    send({ kind: 'open-workspace' }).catch(() => button?.askForReload());
  };
  const hide = (): void => {
    ending.abort();
    takeAway();
    send({ kind: 'hide' }).catch(() => undefined);
  };
  const show = async (ref: BucketRef): Promise<void> => {
    if (button) return button.show(ref);
    if (await send({ kind: 'is-hidden' })) return undefined;
    // The address may have changed while the answer was under way.
    const now = locate(new URL(location.href));
    if (!now || ending.signal.aborted) return undefined;
    button ??= makeButton({ open, hide });
    return button.show(now);
  };

  watchAddress((address) => {
    const ref = locate(new URL(address));
    if (!ref) return takeAway();
    if (!isConnected()) return button?.askForReload();
    show(ref).catch(() => ending.abort());
    return undefined;
  }, ending.signal);
}
