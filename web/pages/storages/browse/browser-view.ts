/** How the person last had the browser shown. */
import { createSignal } from 'solid-js';
import { readPreference, writePreference } from '#web/state/preferences.ts';
import type { View } from './entry.ts';

const [browserView, setSignal] = createSignal<View>(readPreference('browser') === 'list' ? 'list' : 'grid');

export { browserView };

export function setBrowserView(view: View): void {
  setSignal(view);
  writePreference('browser', view);
}
