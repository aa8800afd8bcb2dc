/** *Annotate from this bucket*: a button in a corner of a console's page, in a closed shadow root. */
import type { BucketRef } from '../consoles/console.ts';
import { buttonStyle } from './button.css.ts';
import { make, makeIcon } from './elements.ts';
import { makeMovable } from './movable.ts';

export interface Button {
  show(ref: BucketRef): void;
  /** After an update of the extension nothing but loading the page again helps. */
  askForReload(): void;
  remove(): void;
}

const mark =
  'M6 4.5h12M6 19.5h12M4.5 6v12M19.5 6v12M3 3h3v3H3zM18 3h3v3h-3zM3 18h3v3H3zM18 18h3v3h-3zM8.5 9h7l-1 6.5h-5z';
const dots = 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01';

/** Calls back only for clicks of a person: the page's own scripts cannot press this. */
function onPress(element: HTMLElement, pressed: () => void): void {
  element.addEventListener('click', (event) => {
    if (event.isTrusted) pressed();
  });
}

export function makeButton({ open, hide }: { open: () => void; hide: () => void }): Button {
  let stale = false;
  const label = make('span', { text: 'Annotate from this bucket' });
  const openButton = make('button', { class: 'open', children: [makeIcon(mark, 1.75), label] });
  const grip = make('button', { class: 'grip', label: 'Move this button', children: [makeIcon(dots, 2.5)] });
  const bucket = make('div', { class: 'bucket' });
  const place = make('div', { class: 'place' });
  const words = make('p', { class: 'words' });
  const hideButton = make('button', { text: 'Hide on this console' });
  const foot = make('div', {
    class: 'foot',
    children: [make('span', { text: 'Drag to move' }), hideButton],
  });
  const names = make('div', { children: [bucket, place] });
  const head = make('div', { class: 'head', children: [make('div', { class: 'tile', text: 'S3' }), names] });
  const panel = make('div', { class: 'panel', children: [head, words, foot] });
  const card = make('div', { class: 'card', children: [panel] });
  const bar = make('div', { class: 'bar', children: [openButton, grip] });

  const host = make('bucketmark-button', {});
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(buttonStyle);
  shadow.adoptedStyleSheets = [style];
  shadow.append(bar, card);

  onPress(openButton, () => (stale ? location.reload() : open()));
  onPress(hideButton, hide);
  makeMovable(host, grip);

  return {
    show(ref) {
      bucket.textContent = ref.bucket;
      place.textContent = [ref.prefix || 'the whole bucket', ref.region].filter(Boolean).join(' · ');
      const what = ref.prefix ? 'this folder' : 'this bucket';
      words.textContent = `Opens ${what} in Bucketmark, which reads the address of this page and nothing else on it.`;
      // Not in the body: consoles replace its content, and pages of raw XML have none.
      if (!host.isConnected) document.documentElement.append(host);
    },
    askForReload() {
      stale = true;
      label.textContent = 'Reload this tab to annotate';
    },
    remove: () => host.remove(),
  };
}
