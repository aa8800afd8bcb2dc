/** What the service worker answers to a console's page. The page is not trusted: only its address counts. */
import * as v from 'valibot';
import { type BucketRef } from '../consoles/console.ts';
import { locate } from '../consoles/registry.ts';
import { messageSchema } from '../messages.ts';
import type { Runtime } from '../platform/api.ts';
import { isHidden, setHidden } from '../platform/hidden.ts';
import { openWorkspaceTab } from '../platform/workspace-tab.ts';

/** The workspace's route on which a bucket is attached, filled in; it never carries a secret. */
export function connectRoute(ref: BucketRef): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(ref)) if (value !== undefined) said.set(name, String(value));
  return `#/connect?${said.toString()}`;
}

/**
 * Where the sender is now, in the browser's words. `sender.url` keeps the address that the document was loaded
 * with when the page has moved on by `pushState`; the tab's follows, and counts while it is the same site.
 */
function addressOf(sender: Runtime.MessageSender): string {
  const { url = '', tab } = sender;
  if (!URL.canParse(url) || !URL.canParse(tab?.url ?? '')) return url;
  const now = new URL(tab?.url ?? '');
  return now.origin === new URL(url).origin ? now.href : url;
}

/**
 * Refuses what is not from the top frame of a tab that shows a bucket in a known console.
 * `ownId` is this extension's id.
 */
export async function answer(
  message: unknown,
  sender: Runtime.MessageSender,
  ownId: string,
): Promise<boolean> {
  const parsed = v.safeParse(messageSchema, message);
  const page = locate(addressOf(sender));
  const fromTop = sender.id === ownId && sender.tab !== undefined && sender.frameId === 0;
  if (!parsed.success || !fromTop || !page) return false;
  switch (parsed.output.kind) {
    case 'open-workspace':
      await openWorkspaceTab(connectRoute(page.ref), sender.tab);
      return true;
    case 'is-hidden':
      return isHidden(page.console);
    case 'hide':
      await setHidden(page.console, true);
      return true;
    default:
      return false;
  }
}
