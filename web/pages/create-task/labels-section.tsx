/** The labels of the task: added by name, edited in place, or written as raw JSON. */
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Copy from 'lucide-solid/icons/copy';
import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { Label } from '#core/model/label.ts';
import type { Task } from '#core/model/task.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { inputClass } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import { LabelEditor } from './label-editor.tsx';
import styles from './labels-section.module.css';
import { RawLabelsEditor } from './raw-labels-editor.tsx';
import { Section } from './section.tsx';
import { addLabels } from './task-draft.ts';

interface LabelsSectionProps {
  labels: readonly Label[];
  error: string | undefined;
  /** The newest task: its labels are offered. */
  lastUsed: Task | undefined;
  onChange: (labels: readonly Label[]) => void;
  onBroken: (broken: boolean) => void;
}

export function LabelsSection(props: LabelsSectionProps) {
  const [form, setForm] = createSignal<'constructor' | 'raw'>('constructor');
  return (
    <Section
      title="Labels"
      words={props.labels.length === 0 ? 'What one draws' : counted(props.labels.length, 'label')}
    >
      <div class={styles.head}>
        <Segmented
          label="How labels are written"
          value={form()}
          options={[
            { value: 'constructor', label: 'Constructor' },
            { value: 'raw', label: 'Raw' },
          ]}
          onChange={(chosen) => {
            setForm(chosen);
            props.onBroken(false);
          }}
        />
        <Show when={props.labels.length === 0 && props.lastUsed}>
          {(task) => (
            <Button kind="ghost" icon={Copy} onClick={() => props.onChange(task().labels)}>
              {`Use the ${counted(task().labels.length, 'label')} of “${task().name}”`}
            </Button>
          )}
        </Show>
      </div>
      <Show
        when={form() === 'constructor'}
        fallback={
          <RawLabelsEditor
            labels={props.labels}
            onChange={(labels) => props.onChange(labels)}
            onBroken={(broken) => props.onBroken(broken)}
          />
        }
      >
        <Constructor {...props} />
      </Show>
    </Section>
  );
}

function Constructor(props: LabelsSectionProps) {
  const [text, setText] = createSignal('');
  const [open, setOpen] = createSignal<number>();

  function add(): void {
    props.onChange(addLabels(props.labels, text()));
    setText('');
  }
  return (
    <div>
      <div class={styles.add}>
        <input
          class={inputClass()}
          aria-label="Names of labels"
          aria-describedby="labels-words"
          aria-invalid={props.error !== undefined}
          placeholder="person, forklift, pallet"
          spellcheck={false}
          autocomplete="off"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="form" icon={Plus} onClick={add}>
          Add
        </Button>
      </div>
      <p id="labels-words" class={props.error ? styles.error : styles.words} aria-live="polite">
        {props.error ?? 'Several at once with commas between them. Colours are chosen, and can be changed.'}
      </p>
      <ul class={styles.list}>
        <For each={props.labels.map((label) => label.id)}>
          {(id) => {
            const label = () => props.labels.find((each) => each.id === id);
            return (
              <Show when={label()}>
                {(known) => (
                  <li>
                    <LabelRow
                      label={known()}
                      open={open() === id}
                      onToggle={() => setOpen(open() === id ? undefined : id)}
                      onRemove={() => props.onChange(props.labels.filter((each) => each.id !== id))}
                    />
                    <Show when={open() === id}>
                      <LabelEditor
                        label={known()}
                        others={props.labels.filter((each) => each.id !== id)}
                        onChange={(changed) =>
                          props.onChange(props.labels.map((each) => (each.id === id ? changed : each)))
                        }
                      />
                    </Show>
                  </li>
                )}
              </Show>
            );
          }}
        </For>
      </ul>
    </div>
  );
}

function LabelRow(props: { label: Label; open: boolean; onToggle: () => void; onRemove: () => void }) {
  return (
    <div class={styles.row}>
      <button type="button" class={styles.toggle} aria-expanded={props.open} onClick={() => props.onToggle()}>
        <Icon of={props.open ? ChevronDown : ChevronRight} size={14} />
        <Swatch color={props.label.color} large />
        <span class={styles.name}>{props.label.name}</span>
        <span class={styles.attributes}>
          {props.label.attributes.map((attribute) => attribute.name).join(', ') || 'no attributes'}
        </span>
      </button>
      <IconButton label={`Remove ${props.label.name}`} icon={X} onClick={() => props.onRemove()} />
    </div>
  );
}
