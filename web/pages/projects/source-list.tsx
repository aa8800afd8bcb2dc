/** Storages that are proposed to new tasks: each with a prefix. */
import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { Index, Show } from 'solid-js';
import { type Source, wholeSource } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import styles from './project.module.css';

interface SourceListProps {
  sources: readonly Source[];
  storages: readonly Storage[];
  onChange: (sources: readonly Source[]) => void;
}

export function SourceList(props: SourceListProps) {
  return (
    <>
      <Show when={props.sources.length === 0}>
        <p class={styles.words}>No source: each task says for itself where its images are.</p>
      </Show>
      <Index each={props.sources}>
        {(source, index) => (
          <div class={styles.source} role="group" aria-label={`Source ${index + 1}`}>
            <Select
              label="Source"
              value={String(source().storageId)}
              options={props.storages.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={(value) => {
                const storage = props.storages.find(({ id }) => String(id) === value);
                if (storage)
                  props.onChange(props.sources.with(index, wholeSource(storage.id, storage.settings.prefix)));
              }}
            />
            <TextField
              label="Prefix"
              mono
              placeholder="the whole bucket"
              value={source().prefix}
              onInput={(prefix) => props.onChange(props.sources.with(index, { ...source(), prefix }))}
            />
            <span class={styles.remove}>
              <IconButton
                label="Leave out this source"
                icon={X}
                onClick={() => props.onChange(props.sources.toSpliced(index, 1))}
              />
            </span>
          </div>
        )}
      </Index>
      <div>
        <Button
          kind="ghost"
          icon={Plus}
          disabledReason={props.storages.length === 0 ? 'No storage is attached yet' : undefined}
          onClick={() => {
            const storage = props.storages[0];
            if (storage) props.onChange([...props.sources, wholeSource(storage.id, storage.settings.prefix)]);
          }}
        >
          Add a source
        </Button>
      </div>
    </>
  );
}
