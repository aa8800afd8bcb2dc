/** The selected object, in place in the list: label, attributes, flags, position and size. */
import Trash from 'lucide-solid/icons/trash';
import { For } from 'solid-js';
import type { Shape } from '#core/model/shape.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import type { Editor } from '../create-editor.ts';
import { isDrawable } from '../drawable.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import styles from './object-details.module.css';

export function ObjectDetails(props: { editor: Editor; shape: Shape }) {
  const label = () => props.editor.labelOf(props.shape.labelId);
  const position = () => {
    const [left, top, right, bottom] = props.shape.points.map((value) => Math.round(value * 100) / 100);
    return {
      at: `${left}, ${top}`,
      size: `${round((right ?? 0) - (left ?? 0))} × ${round((bottom ?? 0) - (top ?? 0))} px`,
    };
  };
  return (
    <div class={styles.details} role="group" aria-label={`${props.editor.nameOf(props.shape)}, details`}>
      <span class={styles.term}>Label</span>
      <BareSelect
        label="Label"
        value={String(props.shape.labelId)}
        options={props.editor.task.labels
          .filter((each) => isDrawable(each) || each.id === props.shape.labelId)
          .map((each) => ({ value: String(each.id), label: each.name }))}
        onChange={(value) => props.editor.useLabel(Number(value))}
      />
      <For each={label()?.attributes ?? []}>
        {(attribute) => (
          <>
            <span class={styles.term}>{attribute.name}</span>
            <AttributeEditor
              attribute={attribute}
              value={props.shape.attributes[attribute.id]}
              onChange={(value) =>
                props.editor.change(
                  `Set ${attribute.name} of`,
                  (shape) => ({ attributes: { ...shape.attributes, [attribute.id]: value } }),
                  props.shape,
                )
              }
            />
          </>
        )}
      </For>
      <div class={styles.wide}>
        <Checkbox
          label="Occluded"
          checked={props.shape.occluded}
          onChange={(occluded) => props.editor.change('Set occluded of', () => ({ occluded }), props.shape)}
        />
        <IconButton
          label="Delete"
          keys="Delete"
          icon={Trash}
          onClick={() => props.editor.remove(props.shape)}
        />
      </div>
      <p class={styles.facts}>
        <span>{position().at}</span>
        <span>{position().size}</span>
      </p>
    </div>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
