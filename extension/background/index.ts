/** The service worker: listeners only. It keeps no state, as the browser ends it at any time. */
import { locate } from '../consoles/registry.ts';
import { api, type Runtime } from '../platform/api.ts';
import { keepFromContentScripts, setHidden } from '../platform/hidden.ts';
import { openWorkspaceTab } from '../platform/workspace-tab.ts';
import { answer, connectRoute } from './answer.ts';

// The one listener: with several, the first to return nothing would answer for the others.
api.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  answer(message, sender, api.runtime.id),
);

// On a console's bucket the toolbar button opens that bucket, and brings back a button hidden there.
api.action.onClicked.addListener(async (tab) => {
  const page = locate(tab.url ?? '');
  if (page) await setHidden(page.console, false);
  await openWorkspaceTab(page ? connectRoute(page.ref) : '', tab);
});

// Content scripts run beside pages that are not trusted; they have no business in the extension's storage.
void keepFromContentScripts();
