/** On which consoles a person has hidden the button. */
import { api } from './api.ts';

const key = 'hiddenConsoles';

async function readHidden(): Promise<string[]> {
  const { [key]: stored } = await api.storage.local.get(key);
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

export async function isHidden(console: string): Promise<boolean> {
  return (await readHidden()).includes(console);
}

export async function setHidden(console: string, hidden: boolean): Promise<void> {
  const others = (await readHidden()).filter((id) => id !== console);
  await api.storage.local.set({ [key]: hidden ? [...others, console] : others });
}

/** Closes the extension's storage to its own content scripts. The polyfill's types do not know the call. */
export function keepFromContentScripts(): Promise<void> {
  return chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
