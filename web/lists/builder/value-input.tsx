/** A typed value; where the data has such values, they are proposed. */
import { createEffect, createSignal, createUniqueId, For, onCleanup } from 'solid-js';
import type { Field } from '#core/query/fields.ts';
import type { ListScope, Resource } from '#core/query/list-query.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { inputClass } from '#web/ui/field.tsx';

const proposed = 20;

export interface ValueInputProps {
  label: string;
  resource: Resource;
  field: Field | undefined;
  scope: ListScope;
  value: string;
  invalid: boolean;
  describedBy: string;
  onInput: (value: string) => void;
  /** Takes the value that stands there, with Enter or from the list. */
  onTake?: (value: string) => void;
}

export function ValueInput(props: ValueInputProps) {
  const workspace = useWorkspace();
  const listId = createUniqueId();
  const [values, setValues] = createSignal<readonly string[]>([]);
  const isNumber = () => props.field?.type === 'number';

  createEffect(() => {
    const { field, value, resource, scope } = props;
    if (!field || field.type === 'number') return;
    let isOver = false;
    onCleanup(() => {
      isOver = true;
    });
    // Proposals only: what is typed counts without them too.
    workspace.lists.values(resource, field.name, value, scope).then(
      (found) => !isOver && setValues(found.slice(0, proposed)),
      () => undefined,
    );
  });
  return (
    <>
      <input
        class={inputClass()}
        aria-label={props.label}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        inputmode={isNumber() ? 'decimal' : 'text'}
        autocomplete="off"
        spellcheck={false}
        list={isNumber() ? undefined : listId}
        value={props.value}
        onInput={(event) => {
          const { value } = event.currentTarget;
          // A choice from the list comes as a replacement of the whole text.
          const isChosen = event.inputType === 'insertReplacementText' || event.inputType === undefined;
          if (isChosen && props.onTake) props.onTake(value);
          else props.onInput(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !props.onTake || event.currentTarget.value.trim() === '') return;
          event.preventDefault();
          props.onTake(event.currentTarget.value.trim());
        }}
      />
      <datalist id={listId}>
        <For each={values()}>{(value) => <option value={value} />}</For>
      </datalist>
    </>
  );
}
