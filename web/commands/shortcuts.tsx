/** The keys that count where one is, read from the registry. */
import { For } from 'solid-js';
import { Dialog } from '#web/ui/dialog.tsx';
import { KeyCaps } from '#web/ui/key-cap.tsx';
import { commands } from './registry.ts';
import styles from './shortcuts.module.css';

export function Shortcuts(props: { onClose: () => void }) {
  const standing = commands().filter((command) => command.keys !== undefined);
  const sections = [...new Set(standing.map((command) => command.section))];
  return (
    <Dialog title="Shortcuts" width={640} onClose={() => props.onClose()}>
      <div class={styles.sections}>
        <For each={sections}>
          {(section) => (
            <section class={styles.section}>
              <h3 class={styles.title}>{section}</h3>
              <dl>
                <For each={standing.filter((command) => command.section === section)}>
                  {(command) => (
                    <div class={styles.row}>
                      <dt>{command.title}</dt>
                      <dd>
                        <KeyCaps keys={command.keys ?? ''} />
                        <span class="visually-hidden">
                          {command.keys?.replace('$mod', 'Control').replace('[Shift]+', '')}
                        </span>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
