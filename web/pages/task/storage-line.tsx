/** One storage of a task: its tile, its name, its address, and what of it is used. */
import { type JSX, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { addressOf } from '#web/state/storage-words.ts';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import styles from './task-aside.module.css';

export function StorageLine(props: {
  storage: Storage | undefined;
  role: 'source' | 'target';
  words?: string;
  /** What can be done with it. */
  action?: JSX.Element;
}) {
  return (
    <Show
      when={props.storage}
      fallback={
        <div class={styles.storage}>
          <p class={styles.quiet}>{`The ${props.role} is not attached any more.`}</p>
          {props.action}
        </div>
      }
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
          {props.action}
        </div>
      )}
    </Show>
  );
}
