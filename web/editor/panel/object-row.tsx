/** One object in the list; the chosen one opens its editors in place. */
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Square from 'lucide-solid/icons/square';
import { type JSX, onCleanup, Show } from 'solid-js';
import type { Shape } from '#core/model/shape.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import type { Editor } from '../create-editor.ts';
import { ObjectDetails } from './object-details.tsx';
import styles from './objects.module.css';

interface ObjectRowProps {
  editor: Editor;
  shape: Shape;
  /** Told the height of the open editors, and 0 when they close. */
  onDetailsHeight: (height: number) => void;
}

export function ObjectRow(props: ObjectRowProps) {
  const label = () => props.editor.labelOf(props.shape.labelId);
  const chosen = () => props.editor.selectedId() === props.shape.id;
  const hovered = () => props.editor.hoverId() === props.shape.id;
  const flagged = () => props.shape.hidden || props.shape.locked;
  const words = () =>
    (label()?.attributes ?? [])
      .map((attribute) => props.shape.attributes[attribute.id])
      .filter((value) => value !== undefined && value !== '')
      .join(', ');
  const toggle = (name: string, patch: (shape: Shape) => Partial<Shape>): void =>
    props.editor.change(name, patch, props.shape);

  return (
    <div
      class={cx(styles.row, chosen() && styles.chosen, hovered() && styles.hovered)}
      onPointerEnter={() => props.editor.setHoverId(props.shape.id)}
      onPointerLeave={() => props.editor.setHoverId(undefined)}
    >
      <div class={styles.line}>
        <button
          type="button"
          class={styles.name}
          aria-pressed={chosen()}
          onClick={() => props.editor.select(chosen() ? undefined : props.shape.id)}
        >
          <Swatch color={label()?.color ?? '#b3b3b3'} />
          <Icon of={Square} size={14} class={styles.kind ?? ''} />
          <span class={styles.label}>{label()?.name ?? 'unknown label'}</span>
          <span class={styles.id}>{props.shape.id}</span>
          <span class={styles.words}>{words()}</span>
        </button>
        <Show when={chosen() || hovered() || flagged()}>
          <IconButton
            label={props.shape.hidden ? 'Show' : 'Hide'}
            keys="h"
            icon={props.shape.hidden ? EyeOff : Eye}
            onClick={() =>
              toggle(props.shape.hidden ? 'Show' : 'Hide', (shape) => ({ hidden: !shape.hidden }))
            }
          />
          <IconButton
            label={props.shape.locked ? 'Unlock' : 'Lock'}
            keys="l"
            icon={props.shape.locked ? Lock : LockOpen}
            onClick={() =>
              toggle(props.shape.locked ? 'Unlock' : 'Lock', (shape) => ({ locked: !shape.locked }))
            }
          />
        </Show>
      </div>
      <Show when={chosen()}>
        <Measured onHeight={props.onDetailsHeight}>
          <ObjectDetails editor={props.editor} shape={props.shape} />
        </Measured>
      </Show>
    </div>
  );
}

function Measured(props: { onHeight: (height: number) => void; children: JSX.Element }) {
  const size = new ResizeObserver(([entry]) => props.onHeight(entry?.borderBoxSize[0]?.blockSize ?? 0));
  onCleanup(() => {
    size.disconnect();
    props.onHeight(0);
  });
  return <div ref={(element) => size.observe(element)}>{props.children}</div>;
}
