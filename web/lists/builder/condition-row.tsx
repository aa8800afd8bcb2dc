/** One condition: property, operator, value. */
import X from 'lucide-solid/icons/x';
import { createUniqueId, Match, Show, Switch } from 'solid-js';
import { fieldOf, fields } from '#core/query/fields.ts';
import type { ListScope, Resource } from '#core/query/list-query.ts';
import { operatorTitle } from '#core/query/words.ts';
import { IconButton } from '#web/ui/button.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import styles from './builder.module.css';
import { DateInput } from './date-input.tsx';
import { arityOf, type DraftCondition, withField, withOperator } from './draft.ts';
import { PickedValues } from './picked-values.tsx';
import { ValueInput } from './value-input.tsx';

export interface ConditionProps {
  resource: Resource;
  scope: ListScope;
  condition: DraftCondition;
  error: string | undefined;
  onChange: (next: DraftCondition) => void;
  onRemove: () => void;
}

export function ConditionRow(props: ConditionProps) {
  const errorId = createUniqueId();
  const field = () => fieldOf(props.resource, props.condition.field);
  const title = () => field()?.title ?? props.condition.field;
  const operators = () => {
    const known = field();
    return known?.operators.map((value) => ({ value, label: operatorTitle(known, value) })) ?? [];
  };
  return (
    <div
      class={styles.condition}
      data-key={props.condition.key}
      role="group"
      aria-label={`Condition on ${title()}`}
    >
      <div class={styles.controls}>
        <BareSelect
          label="Property"
          value={props.condition.field}
          options={fields[props.resource].map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(name) => props.onChange(withField(props.resource, props.condition, name))}
        />
        <BareSelect
          label={`How ${title()} compares`}
          value={props.condition.operator}
          options={operators()}
          onChange={(operator) => props.onChange(withOperator(props.condition, operator))}
        />
        <Value {...props} errorId={errorId} />
        <IconButton label={`Remove the condition on ${title()}`} icon={X} onClick={() => props.onRemove()} />
      </div>
      <Show when={props.error}>
        <p id={errorId} class={styles.error} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}

function Value(props: ConditionProps & { errorId: string }) {
  const field = () => fieldOf(props.resource, props.condition.field);
  const title = () => field()?.title ?? props.condition.field;
  const arity = () => arityOf(props.condition.operator);
  const put = (change: Partial<DraftCondition>) => props.onChange({ ...props.condition, ...change });
  const one = (label: string, part: 'text' | 'second') => (
    <Show
      when={field()?.type === 'date'}
      fallback={
        <ValueInput
          label={label}
          resource={props.resource}
          field={field()}
          scope={props.scope}
          value={props.condition[part]}
          invalid={props.error !== undefined}
          describedBy={props.errorId}
          onInput={(value) => put({ [part]: value })}
        />
      }
    >
      <DateInput
        label={label}
        value={props.condition[part]}
        invalid={props.error !== undefined}
        describedBy={props.errorId}
        onInput={(value) => put({ [part]: value })}
      />
    </Show>
  );
  return (
    <Switch fallback={<span class={styles.value} />}>
      <Match when={arity() === 'list'}>
        <PickedValues
          resource={props.resource}
          field={field()}
          scope={props.scope}
          label={title()}
          picked={props.condition.picked}
          invalid={props.error !== undefined}
          describedBy={props.errorId}
          onChange={(picked) => put({ picked })}
        />
      </Match>
      <Match when={arity() === 'two'}>
        <span class={styles.two}>
          {one(`${title()}, from`, 'text')}
          and
          {one(`${title()}, to`, 'second')}
        </span>
      </Match>
      <Match when={arity() === 'one' && field()?.choices}>
        {(choices) => (
          <span class={styles.value}>
            <BareSelect
              label={`Value of ${title()}`}
              value={props.condition.text}
              options={choices().map(({ value, title }) => ({ value, label: title }))}
              onChange={(text) => put({ text })}
            />
          </span>
        )}
      </Match>
      <Match when={arity() === 'one'}>
        <span class={styles.value}>{one(`Value of ${title()}`, 'text')}</span>
      </Match>
    </Switch>
  );
}
