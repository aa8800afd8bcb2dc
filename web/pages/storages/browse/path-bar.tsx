/** Where one is, as parts to click and as text to type. */
import Copy from 'lucide-solid/icons/copy';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, For, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { nameOf, wayTo } from '#core/workspace/browse/names.ts';
import { addressOfObject, rootOf } from './object-address.ts';
import { IconButton } from '#web/ui/button.tsx';
import { inputClass } from '#web/ui/field.tsx';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { copyAddress } from './entry-actions.ts';
import styles from './browse-page.module.css';

interface PathBarProps {
  storage: Storage;
  folder: string;
  hrefOf: (folder: string) => string;
  /** A key's start as it was typed, without the bucket. */
  onTyped: (path: string) => void;
}

/** Deeper folders leave out what lies between the root and the last parts. */
const partsShown = 3;

export function PathBar(props: PathBarProps) {
  const [typing, setTyping] = createSignal(false);
  const parts = () => wayTo(props.folder);
  const left = () => parts().slice(0, -partsShown).at(-1);

  function take(text: string): void {
    setTyping(false);
    const address = addressOfObject(props.storage.settings, '');
    props.onTyped(text.startsWith(address) ? text.slice(address.length) : text.replace(/^\/+/, ''));
  }

  return (
    <div class={styles.path}>
      <StorageTile settings={props.storage.settings} small />
      <Show
        when={!typing()}
        fallback={
          <input
            ref={(element) => queueMicrotask(() => element.select())}
            class={inputClass({ mono: true, bar: true })}
            aria-label="Path"
            spellcheck={false}
            autocomplete="off"
            value={props.folder}
            onBlur={() => setTyping(false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget.value.trim());
              if (event.key === 'Escape') setTyping(false);
            }}
          />
        }
      >
        <nav class={styles.crumbs} aria-label="Path">
          <a class={styles.crumb} href={props.hrefOf('')}>
            {rootOf(props.storage.settings)}
          </a>
          <Show when={left()}>
            {(folder) => (
              <>
                <span class={styles.slash}>/</span>
                <a class={styles.crumb} href={props.hrefOf(folder())} title={folder()}>
                  …
                </a>
              </>
            )}
          </Show>
          <For each={parts().slice(-partsShown)}>
            {(folder) => (
              <>
                <span class={styles.slash}>/</span>
                <a
                  class={styles.crumb}
                  href={props.hrefOf(folder)}
                  aria-current={folder === props.folder ? 'location' : undefined}
                  title={folder}
                >
                  {nameOf(folder) || '(no name)'}
                </a>
              </>
            )}
          </For>
          <span class={styles.slash}>/</span>
        </nav>
        <IconButton label="Type a path" icon={Pencil} onClick={() => setTyping(true)} />
        <IconButton
          label="Copy this address"
          icon={Copy}
          onClick={() => copyAddress(props.storage, props.folder)}
        />
      </Show>
    </div>
  );
}
