/** Each that a change did not reach, and why. */
import Copy from 'lucide-solid/icons/copy';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import { For } from 'solid-js';
import type { BulkFailure } from '#core/workspace/door/bulk.ts';
import { Button } from '#web/ui/button.tsx';
import { copyText } from '#web/ui/copy.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { count } from '#web/ui/format.ts';
import styles from './failures-dialog.module.css';

/** More are counted only: nobody reads them one by one, and all of them can be copied. */
const shown = 200;

export function FailuresDialog(props: {
  failures: readonly BulkFailure[];
  onRetry: () => void;
  onClose: () => void;
}) {
  const text = () => props.failures.map(({ name, error }) => `${name}\t${error.message}`).join('\n');
  return (
    <Dialog
      title={`${count(props.failures.length)} failed`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => props.onRetry()}
      foot={
        <>
          <Button kind="ghost" size="form" icon={Copy} onClick={() => copyText(text(), 'the failures')}>
            Copy
          </Button>
          <Button kind="primary" size="form" icon={RotateCw} type="submit">
            {`Retry ${count(props.failures.length)}`}
          </Button>
        </>
      }
    >
      <ul class={styles.list} aria-label="What failed">
        <For each={props.failures.slice(0, shown)}>
          {(failure) => (
            <li class={styles.failure}>
              <span class={styles.name}>{failure.name}</span>
              <span>
                {failure.error.message} {failure.error.remedy?.text}
              </span>
            </li>
          )}
        </For>
      </ul>
      {props.failures.length > shown ? `And ${count(props.failures.length - shown)} more.` : ''}
    </Dialog>
  );
}
