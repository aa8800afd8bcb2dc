/** Labels as text: CVAT's JSON, or a Label Studio config in its place; what is wrong by line and column. */
import Copy from 'lucide-solid/icons/copy';
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js';
import type { RawError } from '#core/label-files/cvat/read.ts';
import { withoutIds } from '#core/label-files/cvat/without-ids.ts';
import { printCvatLabels } from '#core/label-files/cvat/write.ts';
import type { Label } from '#core/model/label.ts';
import { Button } from '#web/ui/button.tsx';
import { copyText } from '#web/ui/copy.ts';
import { inputClass } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { removedFrom, removedWords } from './label-draft.ts';
import { readRawLabels } from './read-labels.ts';
import styles from './labels.module.css';

interface RawLabelsProps {
  labels: readonly Label[];
  /** The list as it was saved: what names its ids keeps its data. */
  saved: readonly Label[];
  onChange: (labels: readonly Label[]) => void;
  /** Told whether what is written cannot be taken as it stands. */
  onBroken: (broken: boolean) => void;
}

const mostErrors = 8;

export function RawLabels(props: RawLabelsProps) {
  const id = createUniqueId();
  const print = (labels: readonly Label[]): string => printCvatLabels(labels, props.saved.length > 0);
  const [text, setText] = createSignal(untrack(() => print(props.labels)));
  const [errors, setErrors] = createSignal<readonly RawError[]>([]);
  const [notices, setNotices] = createSignal<readonly string[]>([]);
  const before = untrack(() => props.labels);
  const removed = () => (errors().length > 0 ? [] : removedFrom(props.saved, props.labels));

  function take(typed: string): void {
    setText(typed);
    const read = readRawLabels(typed, props.saved);
    setErrors(read.ok ? [] : read.errors);
    setNotices(read.ok ? read.notices : []);
    props.onBroken(!read.ok);
    if (read.ok) props.onChange(read.labels);
  }
  function paste(event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const named = withoutIds(pasted);
    if (named === pasted) return;
    event.preventDefault();
    const field = event.currentTarget;
    const isEmpty = /^\s*\[?\s*\]?\s*$/.test(field.value);
    field.setRangeText(
      named,
      isEmpty ? 0 : field.selectionStart,
      isEmpty ? field.value.length : field.selectionEnd,
      'end',
    );
    take(field.value);
  }
  return (
    <div>
      <textarea
        class={inputClass({ mono: true })}
        rows={14}
        spellcheck={false}
        aria-label="Labels as JSON"
        aria-describedby={id}
        aria-invalid={errors().length > 0}
        value={text()}
        onInput={(event) => take(event.currentTarget.value)}
        onPaste={paste}
      />
      <div class={styles.rawFoot}>
        <Button icon={Copy} onClick={() => copyText(text(), 'the labels')}>
          Copy
        </Button>
        <Button
          icon={RotateCcw}
          onClick={() => {
            props.onChange(before);
            take(print(before));
          }}
        >
          Reset
        </Button>
      </div>
      <div id={id} aria-live="polite" class={styles.words}>
        <Show
          when={errors().length > 0}
          fallback={
            <p>{`${counted(props.labels.length, 'label')}, taken as typed. A Label Studio config can stand here too.`}</p>
          }
        >
          <ul class={styles.rawErrors}>
            <For each={errors().slice(0, mostErrors)}>
              {(error) => <li>{`Line ${error.line}, column ${error.column}: ${error.what}.`}</li>}
            </For>
          </ul>
        </Show>
        <For each={notices()}>{(notice) => <p class={styles.notice}>{notice}</p>}</For>
        <Show when={removed().length > 0}>
          <p class={styles.notice}>{`Saving this removes ${removed().map(removedWords).join(', ')}.`}</p>
        </Show>
      </div>
    </div>
  );
}
