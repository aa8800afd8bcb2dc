/** The fields of one target: storage, where and how each file is named, and when it is written. */
import X from 'lucide-solid/icons/x';
import type { Storage } from '#core/model/storage.ts';
import type { Target } from '#core/model/target.ts';
import { targetKey } from '#core/requests/target-name.ts';
import { mayWrite } from '#web/state/storage-words.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { nameError } from './target-names.ts';
import styles from './targets.module.css';

interface TargetFieldsProps {
  target: Target;
  taskName: string;
  /** A frame's name, to show what a file of it will be called. */
  example: string;
  storages: readonly Storage[];
  onChange: (target: Target) => void;
  onRemove: () => void;
}

export function TargetFields(props: TargetFieldsProps) {
  const change = (fields: Partial<Target>): void => props.onChange({ ...props.target, ...fields });
  const storage = () => props.storages.find(({ id }) => id === props.target.storageId);
  return (
    <div class={styles.target} role="group" aria-label={`Target ${storage()?.name ?? ''}`}>
      <div class={styles.head}>
        <div class={styles.grow}>
          <Select
            label="Target"
            value={String(props.target.storageId)}
            options={props.storages
              .filter(({ id, settings }) => mayWrite(settings) || id === props.target.storageId)
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(value) => change({ storageId: Number(value) })}
          />
        </div>
        <IconButton label="Leave out this target" icon={X} onClick={() => props.onRemove()} />
      </div>
      <div class={styles.pair}>
        <TextField
          label="Written under"
          mono
          placeholder="the top of the bucket"
          value={props.target.prefix}
          onInput={(prefix) => change({ prefix })}
        />
        <TextField
          label="Name of each file"
          mono
          value={props.target.name}
          help="{path} {name} {ending} {frame} {task}"
          error={nameError(props.target.name)}
          onInput={(name) => change({ name })}
        />
      </div>
      <p class={styles.words}>
        {'As '}
        <span class={styles.mono}>{targetKey(props.target, { name: props.taskName }, 0, props.example)}</span>
      </p>
      <Checkbox
        label="Write a moment after each change"
        checked={props.target.automatic}
        onChange={(automatic) => change({ automatic })}
      />
      <Checkbox
        label="Remove a file when its frame holds nothing any more"
        checked={props.target.mirrorDeletion}
        onChange={(mirrorDeletion) => change({ mirrorDeletion })}
      />
    </div>
  );
}
