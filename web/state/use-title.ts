/** The document's title, which also names the page when focus goes to it. */
import { createEffect, createSignal } from 'solid-js';

const [pageTitle, setPageTitle] = createSignal('Bucketmark');

export { pageTitle };

export function useTitle(title: () => string): void {
  createEffect(() => {
    setPageTitle(title());
    document.title = `${title()}, Bucketmark`;
  });
}
