/** Which images: storage, prefix, pattern, and what that takes, counted. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import Plus from 'lucide-solid/icons/plus';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { bytes, count, counted } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';
import type { Counted, Preview } from './create-preview.ts';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';
import type { TaskDraft, TaskErrors } from './task-draft.ts';

interface FilesSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  storages: readonly Storage[];
  /** False until the storages have been read. */
  known: boolean;
  preview: Preview;
  onChange: (fields: Partial<TaskDraft>) => void;
  onStorage: (storage: Storage) => void;
}

export function FilesSection(props: FilesSectionProps) {
  return (
    <Section title="Files" words="Images of one storage; nothing is downloaded">
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
        <Select
          label="Storage"
          value={String(props.draft.storageId ?? '')}
          error={props.errors.storageId}
          options={[
            ...(props.draft.storageId === undefined ? [{ value: '', label: 'Choose a storage' }] : []),
            ...props.storages.map((storage) => ({ value: String(storage.id), label: storage.name })),
          ]}
          onChange={(value) => {
            const chosen = props.storages.find((storage) => String(storage.id) === value);
            if (chosen) props.onStorage(chosen);
          }}
        />
        <div class={styles.pair}>
          <TextField
            label="Prefix"
            mono
            placeholder="the whole bucket"
            value={props.draft.prefix}
            onInput={(prefix) => props.onChange({ prefix })}
          />
          <TextField
            label="Pattern"
            mono
            placeholder="every image"
            help="As *.png or cam-1/**"
            value={props.draft.pattern}
            onInput={(pattern) => props.onChange({ pattern })}
          />
        </div>
        <div aria-live="polite">
          <Outcome preview={props.preview} />
        </div>
      </Show>
    </Section>
  );
}

function Outcome(props: { preview: Preview }) {
  return (
    <Switch>
      <Match when={props.preview.error()}>
        {(error) => (
          <ErrorNotice
            error={error()}
            actions={<Button onClick={() => props.preview.again()}>Try again</Button>}
          />
        )}
      </Match>
      <Match when={props.preview.listing()}>
        <Badge tone="quiet">
          {props.preview.counted()
            ? `Listing: ${count(props.preview.counted()?.images ?? 0)} images so far`
            : 'Listing'}
        </Badge>
      </Match>
      <Match when={props.preview.counted()}>{(found) => <Found counted={found()} />}</Match>
    </Switch>
  );
}

function Found(props: { counted: Counted }) {
  const leftOut = () =>
    [
      props.counted.otherKinds > 0 ? `${counted(props.counted.otherKinds, 'object')} of other kinds` : '',
      props.counted.notMatching > 0
        ? `${counted(props.counted.notMatching, 'image')} not matching the pattern`
        : '',
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <>
      <Show
        when={props.counted.images > 0}
        fallback={
          <Badge tone="warn" icon={TriangleAlert}>
            {props.counted.more
              ? 'No image among the first 5,000 objects; the task looks at all of them'
              : 'No image here. Try another prefix or pattern.'}
          </Badge>
        }
      >
        <Badge tone="ok" icon={CircleCheck}>
          {props.counted.more
            ? `${count(props.counted.images)} images among the first 5,000 objects; the task takes all`
            : `${counted(props.counted.images, 'image')}, ${bytes(props.counted.bytes)} in the storage, nothing is downloaded`}
        </Badge>
      </Show>
      <Show when={leftOut()}>{(words) => <p class={styles.words}>{`Left out: ${words()}.`}</p>}</Show>
    </>
  );
}
