/** An error as a person can use it: what happened, what to do, text to copy, and the fix as a button. */
import CircleX from 'lucide-solid/icons/circle-x';
import Copy from 'lucide-solid/icons/copy';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ErrorReport, Remedy } from '#core/errors.ts';
import { Button } from './button.tsx';
import { Segmented } from './choice.tsx';
import { copyText } from './copy.ts';
import styles from './error-notice.module.css';
import { Icon } from './icon.tsx';

type Fix = NonNullable<Remedy['fix']>;

interface ErrorNoticeProps {
  error: ErrorReport;
  /** Where it can be applied at once; without it the fix is only words. */
  onFix?: ((fix: Fix) => void) | undefined;
  actions?: JSX.Element;
}

export function ErrorNotice(props: ErrorNoticeProps) {
  const fix = () => (props.onFix ? props.error.remedy?.fix : undefined);
  return (
    <div class={styles.notice} role="alert">
      <Icon of={CircleX} size={14} class={styles.icon} />
      <div class={styles.body}>
        <p class={styles.message}>{props.error.message}</p>
        <Show when={props.error.remedy?.text}>{(text) => <p class={styles.remedy}>{text()}</p>}</Show>
        <Show when={fix() !== undefined || props.actions !== undefined}>
          <div class={styles.actions}>
            <Show when={fix()}>
              {(known) => (
                <Button onClick={() => props.onFix?.(known())}>
                  {`Use ${known().value === '' ? 'Amazon’s own' : known().value}`}
                </Button>
              )}
            </Show>
            {props.actions}
          </div>
        </Show>
        <Show when={props.error.remedy?.snippets}>{(snippets) => <Snippets snippets={snippets()} />}</Show>
      </div>
    </div>
  );
}

export function Snippets(props: { snippets: readonly { readonly title: string; readonly text: string }[] }) {
  const [chosen, setChosen] = createSignal(0);
  const snippet = () => props.snippets[chosen()] ?? props.snippets[0];
  return (
    <Show when={snippet()}>
      {(shown) => (
        <div class={styles.snippets}>
          <div class={styles.snippetHead}>
            <Show
              when={props.snippets.length > 1}
              fallback={<span class={styles.title}>{shown().title}</span>}
            >
              <Segmented
                label="What to copy"
                value={String(chosen())}
                options={props.snippets.map((each, index) => ({ value: String(index), label: each.title }))}
                onChange={(value) => setChosen(Number(value))}
              />
            </Show>
            <Button icon={Copy} onClick={() => copyText(shown().text, shown().title.toLowerCase())}>
              Copy
            </Button>
          </div>
          <pre class={styles.code} tabindex={0} role="region" aria-label={shown().title}>
            <For each={shown().text.split('\n')}>{(line) => <>{`${line}\n`}</>}</For>
          </pre>
        </div>
      )}
    </Show>
  );
}
