/** One or more parts of storages. */
import Plus from 'lucide-solid/icons/plus';
import { Index, Show } from 'solid-js';
import type { Dimension } from '#core/model/task.ts';
import type { Storage } from '#core/model/storage.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import type { Preview } from '../create-preview.ts';
import styles from '../create-task-page.module.css';
import { emptySourceDraft, type SourceDraft } from './source-draft.ts';
import { SourceFields } from './source-fields.tsx';

interface SourceListProps {
  sources: readonly SourceDraft[];
  /** One for each source. */
  previews: readonly Preview[];
  dimension: Dimension;
  errors: readonly (string | undefined)[];
  storages: readonly Storage[];
  /** False until the storages are known. */
  known: boolean;
  onlyFolders: boolean;
  onChange: (sources: readonly SourceDraft[]) => void;
}

export function SourceList(props: SourceListProps) {
  return (
    <Show
      when={!props.known || props.storages.length > 0}
      fallback={
        <Show when={!props.onlyFolders}>
          <div class={styles.without}>
            <p class={styles.words}>No storage is attached yet. A task reads its images from one.</p>
            <LinkButton href="#/storages/attach" icon={Plus}>
              Attach a storage
            </LinkButton>
          </div>
        </Show>
      }
    >
      <Index each={props.sources}>
        {(source, index) => (
          <Show when={props.previews[index]}>
            {(preview) => (
              <SourceFields
                draft={source()}
                preview={preview()}
                dimension={props.dimension}
                error={props.errors[index]}
                storages={props.storages}
                onChange={(changed) => props.onChange(props.sources.with(index, changed))}
                onRemove={
                  props.sources.length > 1
                    ? () => props.onChange(props.sources.toSpliced(index, 1))
                    : undefined
                }
              />
            )}
          </Show>
        )}
      </Index>
      <div>
        <Button kind="ghost" icon={Plus} onClick={() => props.onChange([...props.sources, emptySourceDraft])}>
          Add another source
        </Button>
      </div>
    </Show>
  );
}
