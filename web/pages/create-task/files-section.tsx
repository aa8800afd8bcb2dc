/** Which images: one or more sources, and what each brings, counted. */
import Plus from 'lucide-solid/icons/plus';
import { Index, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import type { Preview } from './create-preview.ts';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';
import { emptySourceDraft, type SourceDraft } from './source-draft.ts';
import { SourceFields } from './source-fields.tsx';

interface FilesSectionProps {
  sources: readonly SourceDraft[];
  /** One for each source. */
  previews: readonly Preview[];
  errors: readonly (string | undefined)[];
  storages: readonly Storage[];
  /** False until the storages are known. */
  known: boolean;
  onChange: (sources: readonly SourceDraft[]) => void;
}

export function FilesSection(props: FilesSectionProps) {
  return (
    <Section title="Files" words="What the frames are; nothing is downloaded">
      <Show
        when={!props.known || props.storages.length > 0}
        fallback={
          <div class={styles.without}>
            <p class={styles.words}>No storage is attached yet. A task reads its images from one.</p>
            <LinkButton href="#/storages/attach" icon={Plus}>
              Attach a storage
            </LinkButton>
          </div>
        }
      >
        <Index each={props.sources}>
          {(source, index) => (
            <Show when={props.previews[index]}>
              {(preview) => (
                <SourceFields
                  draft={source()}
                  preview={preview()}
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
          <Button
            kind="ghost"
            icon={Plus}
            onClick={() => props.onChange([...props.sources, emptySourceDraft])}
          >
            Add another source
          </Button>
        </div>
      </Show>
    </Section>
  );
}
