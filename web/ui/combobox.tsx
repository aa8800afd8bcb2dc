/** A field that offers what matches while one types, and takes what is not in its list too. */
import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import styles from './combobox.module.css';
import { cx } from './cx.ts';
import { Field, inputClass } from './field.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  readonly value: string;
  /** Said after the value, and searched too. */
  readonly hint: string;
}

interface ComboboxProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onInput: (value: string) => void;
  error?: string | undefined;
}

export function Combobox(props: ComboboxProps) {
  const listId = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal(false);
  const [active, setActive] = createSignal(-1);

  const matching = createMemo(() => {
    const words = props.value.trim().toLowerCase();
    if (!typed() || words === '') return props.choices;
    return props.choices.filter((choice) => `${choice.value} ${choice.hint}`.toLowerCase().includes(words));
  });
  const addsOwn = () => {
    const value = props.value.trim();
    return typed() && value !== '' && !props.choices.some((choice) => choice.value === value);
  };
  function choose(value: string): void {
    props.onInput(value);
    close();
  }
  function close(): void {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      const count = matching().length;
      if (count > 0) setActive((active() + step + count) % count);
    } else if (event.key === 'Enter' && open()) {
      const chosen = matching()[active()];
      event.preventDefault();
      if (chosen) choose(chosen.value);
      else close();
    } else if (event.key === 'Escape' && open()) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return (
    <Field
      label={props.label}
      error={props.error}
      control={(ids) => (
        <span
          class={styles.frame}
          onFocusOut={(event) => !event.currentTarget.contains(asNode(event.relatedTarget)) && close()}
        >
          <input
            id={ids.id}
            class={inputClass({ mono: true })}
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            aria-expanded={open()}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active() >= 0 ? `${listId}-${active()}` : undefined}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            value={props.value}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onInput={(event) => {
              props.onInput(event.currentTarget.value);
              setTyped(true);
              setOpen(true);
              setActive(-1);
            }}
          />
          <Icon of={ChevronDown} size={14} class={styles.chevron} />
          <div
            id={listId}
            role="listbox"
            aria-label="Choices"
            class={styles.list}
            hidden={!open()}
            tabindex={-1}
            onPointerDown={(event) => event.preventDefault()}
          >
            <For each={matching()}>
              {(choice, index) => (
                <div
                  id={`${listId}-${index()}`}
                  role="option"
                  aria-selected={choice.value === props.value}
                  class={cx(styles.option, index() === active() && styles.active)}
                  ref={(element) =>
                    queueMicrotask(() => index() === active() && element.scrollIntoView({ block: 'nearest' }))
                  }
                  onClick={() => choose(choice.value)}
                >
                  <span class={styles.check}>
                    <Show when={choice.value === props.value}>
                      <Icon of={Check} size={14} />
                    </Show>
                  </span>
                  <span class={styles.value}>{choice.value}</span>
                  <span class={styles.hint}>{choice.hint}</span>
                </div>
              )}
            </For>
            <Show when={addsOwn()}>
              <div role="option" aria-selected="false" class={styles.option} onClick={close}>
                <span class={styles.check} />
                Use “{props.value.trim()}”
              </div>
            </Show>
          </div>
        </span>
      )}
    />
  );
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null;
}
