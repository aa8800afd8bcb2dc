/** Right of the canvas: the objects of the frame, the history, and the labels to draw with. */
import { createSignal, Match, Switch } from 'solid-js';
import { count } from '#web/ui/format.ts';
import { For } from 'solid-js';
import type { Editor } from '../create-editor.ts';
import { DrawAs } from './draw-as.tsx';
import { History } from './history.tsx';
import { Objects } from './objects.tsx';
import styles from './panel.module.css';

const tabs = ['Objects', 'History'] as const;

export function Panel(props: { editor: Editor }) {
  const [tab, setTab] = createSignal<(typeof tabs)[number]>('Objects');
  const badge = (name: (typeof tabs)[number]): string =>
    name === 'Objects' ? count(props.editor.shapes().length) : '';
  return (
    <aside class={styles.panel} aria-label="Objects and labels">
      <div class={styles.tabs} role="tablist" aria-label="Panel">
        <For each={tabs}>
          {(name) => (
            <button
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-controls="panel-content"
              aria-selected={tab() === name}
              class={styles.tab}
              onClick={() => setTab(name)}
            >
              {name} <span class={styles.count}>{badge(name)}</span>
            </button>
          )}
        </For>
      </div>
      <div class={styles.content} id="panel-content" role="tabpanel" aria-labelledby={`tab-${tab()}`}>
        <Switch>
          <Match when={tab() === 'Objects'}>
            <Objects editor={props.editor} />
          </Match>
          <Match when={tab() === 'History'}>
            <History editor={props.editor} />
          </Match>
        </Switch>
      </div>
      <DrawAs editor={props.editor} />
    </aside>
  );
}
