/** The fields of one source: storage, prefix, filter, and how its objects are to be read. */
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, For, Show } from 'solid-js';
import type { Dimension } from '#core/model/task.ts';
import type { Storage } from '#core/model/storage.ts';
import { proposeAlternation } from '#core/storage/key-filter.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox, RadioGroup, Segmented } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';
import type { Preview } from '../create-preview.ts';
import styles from '../create-task-page.module.css';
import { copyError, type SourceDraft, sourceDraftOf } from './source-draft.ts';
import { SourceOutcome } from './source-outcome.tsx';

interface SourceFieldsProps {
  draft: SourceDraft;
  preview: Preview;
  dimension: Dimension;
  error: string | undefined;
  storages: readonly Storage[];
  onChange: (draft: SourceDraft) => void;
  /** Undefined for the only one. */
  onRemove: (() => void) | undefined;
}

export function SourceFields(props: SourceFieldsProps) {
  const [open, setOpen] = createSignal(false);
  const moreId = createUniqueId();
  const change = (fields: Partial<SourceDraft>): void => props.onChange({ ...props.draft, ...fields });
  const storage = () => props.storages.find((each) => each.id === props.draft.storageId);
  return (
    <div class={styles.source} role="group" aria-label={storage()?.name ?? 'Source'}>
      <div class={styles.sourceHead}>
        <div class={styles.grow}>
          <Select
            label="Storage"
            value={String(props.draft.storageId ?? '')}
            error={props.error}
            options={[
              ...(props.draft.storageId === undefined ? [{ value: '', label: 'Choose a storage' }] : []),
              ...props.storages.map((each) => ({ value: String(each.id), label: each.name })),
            ]}
            onChange={(value) => {
              const chosen = props.storages.find((each) => String(each.id) === value);
              if (chosen) props.onChange(sourceDraftOf(chosen));
            }}
          />
        </div>
        <Show when={props.onRemove}>
          {(remove) => <IconButton label="Leave out this source" icon={X} onClick={() => remove()()} />}
        </Show>
      </div>
      <Show
        when={props.draft.picked.length === 0}
        fallback={
          <div class={styles.picked}>
            <span>{`${counted(props.draft.picked.length, 'object or folder', 'objects and folders')} chosen in the browser`}</span>
            <Button kind="ghost" onClick={() => change({ picked: [] })}>
              Take everything
            </Button>
          </div>
        }
      >
        <Show
          when={props.draft.reading !== 'manifest'}
          fallback={<ManifestFields draft={props.draft} storage={storage()} onChange={change} />}
        >
          <TextField
            label="Prefix"
            mono
            placeholder="the whole bucket"
            value={props.draft.prefix}
            onInput={(prefix) => change({ prefix })}
          />
        </Show>
      </Show>
      <div class={styles.pair}>
        <TextField
          label="Filter"
          mono
          placeholder="everything"
          help={
            props.draft.filterKind === 'glob'
              ? 'As *.png or cam-1/**, behind the prefix'
              : 'Over the whole key, from its start: .*\\.(jpe?g|png)$'
          }
          value={props.draft.pattern}
          onInput={(pattern) => change({ pattern })}
        />
        <Segmented
          label="Kind of filter"
          labelled
          form
          value={props.draft.filterKind}
          options={[
            { value: 'glob', label: 'Glob' },
            { value: 'regex', label: 'Regular expression' },
          ]}
          onChange={(filterKind) => change({ filterKind })}
        />
      </div>
      <Show when={props.draft.filterKind === 'regex' && proposeAlternation(props.draft.pattern)}>
        {(proposed) => (
          <div class={styles.picked}>
            <span class={styles.words}>“or” is looked for as a word.</span>
            <Button kind="ghost" onClick={() => change({ pattern: proposed() })}>
              Use | instead
            </Button>
          </div>
        )}
      </Show>
      <div aria-live="polite">
        <SourceOutcome
          storage={storage()}
          preview={props.preview}
          reading={props.draft.reading}
          dimension={props.dimension}
        />
      </div>
      <div>
        <Button
          kind="ghost"
          icon={open() ? ChevronDown : ChevronRight}
          aria-expanded={open()}
          aria-controls={moreId}
          onClick={() => setOpen(!open())}
        >
          How it is read
        </Button>
      </div>
      <Show when={open()}>
        <div id={moreId} class={styles.more}>
          <RadioGroup<SourceDraft['reading']>
            label="What the objects are"
            value={props.draft.reading}
            options={[
              { value: 'objects', label: 'Images', hint: 'each object is a frame' },
              { value: 'tasks', label: 'Task files', hint: 'JSON, JSONL or Parquet that name the images' },
              { value: 'manifest', label: 'A manifest', hint: 'CVAT’s manifest.jsonl lists the images' },
            ]}
            onChange={(reading) => change({ reading })}
          />
          <Show when={props.draft.reading === 'tasks'}>
            <TextField
              label="Data key"
              mono
              placeholder="the first that holds an image"
              value={props.draft.dataKey}
              onInput={(dataKey) => change({ dataKey })}
            />
          </Show>
          <Show when={props.draft.reading !== 'manifest' && props.draft.picked.length === 0}>
            <Checkbox
              label="Look into folders below the prefix"
              checked={props.draft.recursive}
              onChange={(recursive) => change({ recursive })}
            />
          </Show>
          <Checkbox
            label="Keep a copy of what was opened on this device"
            checked={props.draft.localCopy !== ''}
            onChange={(keeps) => change({ localCopy: keeps ? '2' : '' })}
          />
          <Show when={props.draft.localCopy !== ''}>
            <TextField
              label="At most, GB"
              inputMode="decimal"
              value={props.draft.localCopy}
              help="What was not used for longest goes first."
              error={copyError(props.draft.localCopy)}
              onInput={(localCopy) => change({ localCopy })}
            />
          </Show>
        </div>
      </Show>
    </div>
  );
}

function ManifestFields(props: {
  draft: SourceDraft;
  storage: Storage | undefined;
  onChange: (fields: Partial<SourceDraft>) => void;
}) {
  const listId = createUniqueId();
  return (
    <div class={styles.pair}>
      <div>
        <TextField
          label="Manifest"
          mono
          placeholder="folder/manifest.jsonl"
          list={listId}
          value={props.draft.manifest}
          onInput={(manifest) => props.onChange({ manifest })}
        />
        <datalist id={listId}>
          <For each={props.storage?.manifests ?? []}>{(key) => <option value={key} />}</For>
        </datalist>
      </div>
      <TextField
        label="Its names hang from"
        mono
        placeholder="the folder it lies in"
        value={props.draft.root}
        onInput={(root) => props.onChange({ root })}
      />
    </div>
  );
}
