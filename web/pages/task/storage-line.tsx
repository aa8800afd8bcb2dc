/** One storage of a task: its tile, its name, its address, and what of it is used. */
import { Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { addressOf } from '#web/state/storage-words.ts';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import styles from './task-aside.module.css';

export function StorageLine(props: {
  storage: Storage | undefined;
  role: 'source' | 'target';
  words?: string;
}) {
  return (
    <Show
      when={props.storage}
      fallback={<p class={styles.quiet}>{`The ${props.role} is not attached any more.`}</p>}
    >
      {(storage) => (
        <div class={styles.storage}>
          <StorageTile settings={storage().settings} />
          <div class={styles.storageWords}>
            <p class={styles.storageName}>{storage().name}</p>
            <p class={styles.address} title={addressOf(storage().settings)}>
              {addressOf(storage().settings)}
            </p>
            <Show when={props.words}>
              <p class={styles.address} title={props.words}>
                {props.words}
              </p>
            </Show>
          </div>
        </div>
      )}
    </Show>
  );
}
