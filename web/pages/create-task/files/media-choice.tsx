/** Images and point clouds never mix: which of both a task takes, and what becomes of the others. */
import { Show } from 'solid-js';
import type { Dimension } from '#core/model/task.ts';
import { Segmented } from '#web/ui/choice.tsx';
import { isMixed, type MediaSeen, mixError, mixWords, noCloudEditor } from '../media-draft.ts';
import styles from './files.module.css';

interface MediaChoiceProps {
  seen: MediaSeen;
  dimension: Dimension;
  onChange: (dimension: Dimension) => void;
}

export function MediaChoice(props: MediaChoiceProps) {
  return (
    <div
      aria-live="polite"
      class={styles.media}
      data-field-error={mixError(props.seen) === undefined ? undefined : ''}
      tabindex={-1}
    >
      <Show when={mixError(props.seen)}>{(why) => <p class={styles.error}>{why()}</p>}</Show>
      <Show when={isMixed(props.seen)}>
        <Segmented<Dimension>
          label="What the frames are"
          value={props.dimension}
          options={[
            { value: '2d', label: 'Images' },
            { value: '3d', label: 'Point clouds' },
          ]}
          onChange={(dimension) => props.onChange(dimension)}
        />
        <p class={styles.words}>{mixWords(props.seen, props.dimension)}</p>
      </Show>
      <Show when={props.dimension === '3d'}>
        <p class={styles.words}>{noCloudEditor}</p>
      </Show>
    </div>
  );
}
