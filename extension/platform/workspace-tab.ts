/** Opening the workspace: the extension's own page, beside the tab that asked. */
import { api, type Tabs } from './api.ts';

/** `hash` is the page's route, or empty for its first page. */
export async function openWorkspaceTab(hash: string, beside: Tabs.Tab | undefined): Promise<void> {
  const url = api.runtime.getURL(`extension/app.html${hash}`);
  await api.tabs.create(beside ? { url, index: beside.index + 1 } : { url });
}
