/** Copying text, with a word to the person that it was done. */
import { showToast } from '#web/state/toasts.ts';

/** `what` completes "Copied ...". */
export function copyText(text: string, what: string): void {
  navigator.clipboard.writeText(text).then(
    () => showToast({ tone: 'ok', title: `Copied ${what}` }),
    () =>
      showToast({
        tone: 'bad',
        title: `Could not copy ${what}`,
        text: 'The browser did not allow it. Select the text and copy it by hand.',
      }),
  );
}
