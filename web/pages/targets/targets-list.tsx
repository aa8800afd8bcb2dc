/** All targets of a task, and one more. */
import Plus from 'lucide-solid/icons/plus';
import { Index, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { newTarget, type Target } from '#core/model/target.ts';
import { isUsualTarget, mayWrite } from '#web/state/storage-words.ts';
import { Button } from '#web/ui/button.tsx';
import { TargetFields } from './target-fields.tsx';
import styles from './targets.module.css';

interface TargetsListProps {
  targets: readonly Target[];
  taskName: string;
  example: string;
  storages: readonly Storage[];
  onChange: (targets: readonly Target[]) => void;
}

export function TargetsList(props: TargetsListProps) {
  const unused = () =>
    props.storages.filter(
      ({ id, settings }) => mayWrite(settings) && !props.targets.some(({ storageId }) => storageId === id),
    );
  return (
    <>
      <Show when={props.targets.length === 0}>
        <p class={styles.words}>
          No target: annotations stay on this device until they are exported or a target is added.
        </p>
      </Show>
      <Index each={props.targets}>
        {(target, index) => (
          <TargetFields
            target={target()}
            taskName={props.taskName}
            example={props.example}
            storages={props.storages}
            onChange={(changed) => props.onChange(props.targets.with(index, changed))}
            onRemove={() => props.onChange(props.targets.toSpliced(index, 1))}
          />
        )}
      </Index>
      <div>
        <Button
          kind="ghost"
          icon={Plus}
          disabledReason={unused().length === 0 ? 'No other attached storage can be written to' : undefined}
          onClick={() => {
            const storage = unused().find(({ settings }) => isUsualTarget(settings)) ?? unused()[0];
            if (storage) props.onChange([...props.targets, targetIn(storage)]);
          }}
        >
          Add a target
        </Button>
      </div>
    </>
  );
}

/** A folder of its own beside the images. */
export function targetIn({ id, settings }: Storage): Target {
  return newTarget(id, `${settings.prefix}annotations/`);
}
