/** Small choices about this browser, kept in local storage; without it they last until the tab closes. */
import { createSignal } from 'solid-js';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(`bucketmark.${name}`) ?? undefined;
  } catch {
    // Storage can be forbidden by the browser's settings; preferences then start at their defaults.
    return undefined;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`bucketmark.${name}`, value);
  } catch {
    // As above: the choice holds in this tab.
  }
}

export { read as readPreference, write as writePreference };

const [appearance, setAppearanceSignal] = createSignal<Appearance>(
  appearances.find((each) => each === read('appearance')) ?? 'system',
);
const [railFolded, setRailFoldedSignal] = createSignal(read('rail') === 'folded');

export { appearance, railFolded };

export function setAppearance(value: Appearance): void {
  setAppearanceSignal(value);
  write('appearance', value);
  applyAppearance();
}

/** Puts the chosen appearance on the page's root, where the tokens look for it. */
export function applyAppearance(): void {
  document.documentElement.dataset['appearance'] = appearance();
}

export function setRailFolded(folded: boolean): void {
  setRailFoldedSignal(folded);
  write('rail', folded ? 'folded' : 'open');
}
