/** A list of labels: written by name and form, set up as skeletons, or raw. Nothing is saved in here. */
import Bone from 'lucide-solid/icons/bone';
import Copy from 'lucide-solid/icons/copy';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, createUniqueId, For, lazy, Show } from 'solid-js';
import { printCvatLabels } from '#core/label-files/cvat/write.ts';
import { nextColor } from '#core/model/label-palette.ts';
import type { Label } from '#core/model/label.ts';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { copyText } from '#web/ui/copy.ts';
import { inputClass } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { addLabels, newLabelId } from './label-draft.ts';
import { LabelForm } from './label-form.tsx';
import { LabelList } from './label-list.tsx';
import { type Locks, noLocks } from './locks.ts';
import { RawLabels } from './raw-labels.tsx';
import { adoptLabels, isWritten, readAnyLabels } from './read-labels.ts';
import styles from './labels.module.css';

const SkeletonSetup = lazy(() =>
  import('./skeleton/skeleton-setup.tsx').then((file) => ({ default: file.SkeletonSetup })),
);

/** A list that can be taken over. */
export interface LabelOffer {
  /** "task “Dock”". */
  readonly from: string;
  readonly labels: readonly Label[];
}

interface LabelsEditorProps {
  labels: readonly Label[];
  error: string | undefined;
  /** Of a list that was saved before. */
  locks?: Locks;
  /** Offered while the list is empty, the likeliest first. */
  offers?: readonly LabelOffer[];
  onChange: (labels: readonly Label[]) => void;
  onBroken: (broken: boolean) => void;
}

export function LabelsEditor(props: LabelsEditorProps) {
  const [form, setForm] = createSignal<'constructor' | 'raw'>('constructor');
  const locks = () => props.locks ?? noLocks;
  return (
    <div class={styles.editor}>
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
        <Show when={form() === 'constructor' && props.labels.length > 0}>
          <Button
            kind="ghost"
            icon={Copy}
            onClick={() => copyText(printCvatLabels(props.labels, false), 'the labels')}
          >
            Copy
          </Button>
        </Show>
      </div>
      <Show
        when={form() === 'constructor'}
        fallback={
          <RawLabels
            labels={props.labels}
            saved={locks().saved}
            onChange={(labels) => props.onChange(labels)}
            onBroken={(broken) => props.onBroken(broken)}
          />
        }
      >
        <Constructor {...props} locks={locks()} />
      </Show>
    </div>
  );
}

function Constructor(props: LabelsEditorProps & { locks: Locks }) {
  const wordsId = createUniqueId();
  const [text, setText] = createSignal('');
  const [refused, setRefused] = createSignal<string>();
  const [notices, setNotices] = createSignal<readonly string[]>([]);
  const [chosenId, setChosenId] = createSignal<number>();
  /** The skeleton that is set up; `new` for one that is not in the list yet. */
  const [settingUp, setSettingUp] = createSignal<number | 'new'>();
  const chosen = () => props.labels.find(({ id }) => id === chosenId()) ?? props.labels[0];
  const error = () => refused() ?? props.error;

  function add(): void {
    const typed = text();
    if (!isWritten(typed)) {
      const labels = addLabels(props.labels, typed, props.locks.saved);
      const first = labels[props.labels.length];
      if (first) setChosenId(first.id);
      props.onChange(labels);
    } else {
      const read = readAnyLabels(typed);
      if (!read.ok) {
        setRefused(read.errors[0] && `Line ${read.errors[0].line}: ${read.errors[0].what}.`);
        return;
      }
      const fresh = read.labels.filter(({ name }) => !props.labels.some((each) => each.name === name));
      setNotices(read.notices);
      props.onChange([...props.labels, ...adoptLabels(fresh, [...props.locks.saved, ...props.labels])]);
    }
    setText('');
  }
  function newSkeleton(): Label {
    return {
      id: newLabelId(props.labels, props.locks.saved),
      name: '',
      color: nextColor(props.labels.map(({ color }) => color)),
      type: 'skeleton',
      attributes: [],
      skeleton: { nodes: [], edges: [] },
    };
  }
  const change = (label: Label): void =>
    props.onChange(
      props.labels.some(({ id }) => id === label.id)
        ? props.labels.map((each) => (each.id === label.id ? label : each))
        : [...props.labels, label],
    );
  return (
    <div class={styles.written}>
      <div class={styles.add}>
        <input
          class={inputClass()}
          aria-label="Names of labels"
          aria-describedby={wordsId}
          aria-invalid={error() !== undefined}
          placeholder="person, forklift, pallet"
          spellcheck={false}
          autocomplete="off"
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRefused(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="form" icon={Plus} onClick={add}>
          Add
        </Button>
        <Button size="form" icon={Bone} onClick={() => setSettingUp('new')}>
          Set up skeleton…
        </Button>
      </div>
      <div id={wordsId} class={error() ? styles.error : styles.words} aria-live="polite">
        {error() ??
          'Several at once with commas between them. Labels of CVAT or Label Studio can be pasted here.'}
        <For each={notices()}>{(notice) => <p class={styles.notice}>{notice}</p>}</For>
      </div>
      <Show when={props.labels.length === 0 && (props.offers ?? []).length > 0}>
        <ul class={styles.offers}>
          <For each={props.offers}>
            {(offer) => (
              <li>
                <Button
                  kind="ghost"
                  icon={Copy}
                  onClick={() => props.onChange(adoptLabels(offer.labels, props.locks.saved))}
                >
                  {`Use the ${counted(offer.labels.length, 'label')} of ${offer.from}`}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={chosen()}>
        {(label) => (
          <div class={styles.both}>
            <LabelList
              labels={props.labels}
              chosen={label().id}
              onChoose={setChosenId}
              onChange={(labels) => props.onChange(labels)}
            />
            <LabelForm
              label={label()}
              labels={props.labels}
              locks={props.locks}
              onChange={change}
              onSkeleton={() => setSettingUp(label().id)}
            />
          </div>
        )}
      </Show>
      <Show when={settingUp()} keyed>
        {(which) => (
          <SkeletonSetup
            label={props.labels.find(({ id }) => id === which) ?? newSkeleton()}
            labels={props.labels}
            locks={props.locks}
            onSave={(label) => {
              change(label);
              setChosenId(label.id);
              setSettingUp(undefined);
            }}
            onClose={() => setSettingUp(undefined)}
          />
        )}
      </Show>
    </div>
  );
}
