/** What the chosen line means, and the ways out of it. */
import Copy from 'lucide-solid/icons/copy';
import KeyRound from 'lucide-solid/icons/key-round';
import { createEffect, createSignal, For, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { Advice, Check } from '#core/workspace/doctor/check.ts';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { copyText } from '#web/ui/copy.ts';
import { cx } from '#web/ui/cx.ts';
import styles from './remedy.module.css';

const stateWords: Readonly<Record<Check['state'], string>> = {
  waiting: 'waits',
  running: 'is being asked',
  passed: 'passed',
  warning: 'could be better',
  failed: 'failed',
  skipped: 'was not asked',
};

interface RemedyProps {
  check: Check;
  onFix: (fix: NonNullable<Advice['fix']>) => void;
  newKeysWords: string;
  onNewKeys: () => void;
  /** The button that applies the rule, with its reasons. */
  apply: JSX.Element;
  /** Ways that leave the bucket alone. */
  around: JSX.Element;
}

export function Remedy(props: RemedyProps) {
  const advice = () => props.check.advice;
  return (
    <>
      <p class={cx(styles.about, styles[props.check.state])}>
        {`${props.check.title} ${stateWords[props.check.state]}`}
      </p>
      <h2 class={styles.title}>{advice()?.title ?? 'Nothing to do'}</h2>
      <p class={styles.meaning}>{advice()?.meaning ?? sentence(props.check)}</p>
      <Show when={advice()?.fix}>
        {(fix) => <Button onClick={() => props.onFix(fix())}>{`Use ${fix().value}`}</Button>}
      </Show>
      <Show when={advice()?.newKeys}>
        <Button icon={KeyRound} onClick={() => props.onNewKeys()}>
          {props.newKeysWords}
        </Button>
      </Show>
      <Ways check={props.check} />
      <Show when={advice()?.note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
      <Show when={advice()?.rule}>
        {props.apply}
        {props.around}
      </Show>
    </>
  );
}

function sentence({ state, finding }: Check): string {
  if (state === 'skipped' || state === 'waiting') {
    return finding === ''
      ? 'It has not been asked yet.'
      : `${finding}. Mend that first, then run the doctor again.`;
  }
  return state === 'running' ? 'It is being asked.' : `${finding}.`;
}

function Ways(props: { check: Check }) {
  const ways = () => props.check.advice?.ways ?? [];
  const [chosen, setChosen] = createSignal(0);
  createEffect(
    on(
      () => props.check.id,
      () => setChosen(0),
      { defer: true },
    ),
  );
  const way = () => ways()[chosen()] ?? ways()[0];
  return (
    <Show when={way()}>
      {(shown) => (
        <>
          <div class={styles.bar}>
            <Show when={ways().length > 1} fallback={<span class={styles.only}>{shown().title}</span>}>
              <Segmented
                label="Ways"
                value={String(chosen())}
                options={ways().map(({ title }, index) => ({ value: String(index), label: title }))}
                onChange={(value) => setChosen(Number(value))}
              />
            </Show>
            <Button icon={Copy} onClick={() => copyText(shown().text, shown().title.toLowerCase())}>
              Copy
            </Button>
          </div>
          <Switch>
            <Match when={shown().kind === 'steps'}>
              <ol class={styles.steps}>
                <For each={shown().text.split('\n')}>{(step) => <li>{step}</li>}</For>
              </ol>
            </Match>
            <Match when={shown().kind === 'code'}>
              <pre class={styles.code} tabindex={0} role="region" aria-label={shown().title}>
                {shown().text}
              </pre>
            </Match>
          </Switch>
        </>
      )}
    </Show>
  );
}
