/** One value for many rows. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { jobStates, stages } from '#core/model/job.ts';
import type { BulkChange } from '#core/workspace/door/bulk.ts';
import { createLive } from '#web/state/create-live.ts';
import { addPerson, createPeople } from '#web/state/people.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, inputClass, TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { PersonPicker } from '#web/ui/person-picker.tsx';
import { Select } from '#web/ui/select.tsx';
import type { BulkForm, BulkIntent, FormAction } from './bulk-action.ts';

interface ValueProps {
  intent: BulkIntent<FormAction>;
  onChange: (change: BulkChange) => void;
  onClose: () => void;
}

type ValueForm = Exclude<BulkForm, 'export'>;

const usualColor = '#2f80ff';

export function ValueDialog(props: ValueProps) {
  const workspace = useWorkspace();
  const { resource, ids, words, scope, action } = props.intent;
  const form: ValueForm = action.form === 'export' ? 'assignee' : action.form;
  const people = createPeople();
  const [chosen, setChosen] = createSignal<string>();
  const [color, setColor] = createSignal(usualColor);
  const options = createLive(
    () => form,
    async (asked) => {
      if (asked === 'project') {
        return optionsOf(await workspace.projects.list(), { value: '', label: 'No project' });
      }
      if (asked !== 'workspace') return [];
      return optionsOf(await workspace.workspaces.list(), { value: '0', label: 'Personal' });
    },
  );
  const [known, setKnown] = createSignal<readonly string[]>([]);
  if (form === 'subset' || form === 'label-color') {
    const field = form === 'subset' ? 'subset' : 'label';
    // Only proposals: what is typed counts without them too.
    workspace.lists.values(resource, field, '', scope).then(setKnown, () => undefined);
  }
  const labels = () => known().map((value) => ({ value, label: value }));
  const value = () => chosen() ?? firstOf(form, options.data()?.[0]?.value, known()[0]);

  function submit(): void {
    const change = changeOf(form, value(), color());
    if (change) props.onChange(change);
  }
  return (
    <Dialog
      title={`${titles[form]} of ${counted(ids.length, ...words)}`}
      onClose={() => props.onClose()}
      onSubmit={submit}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit">
            {`Change ${counted(ids.length, ...words)}`}
          </Button>
        </>
      }
      footWords={form === 'workspace' ? 'What was assigned stays assigned.' : 'Can be undone.'}
    >
      <Switch
        fallback={
          <Select
            label={titles[form]}
            value={value()}
            options={options.data() ?? []}
            help={
              form === 'project'
                ? 'Labels are matched by name; those without a counterpart are added to the project.'
                : undefined
            }
            onChange={setChosen}
          />
        }
      >
        <Match when={form === 'assignee'}>
          <PersonPicker
            label={titles.assignee}
            value={value() === '' ? undefined : Number(value())}
            people={people()}
            onChange={(id) => setChosen(id === undefined ? '' : String(id))}
            onAdd={async (name) => addPerson(workspace, name)}
          />
        </Match>
        <Match when={form === 'state'}>
          <RadioGroup
            label="State"
            value={value()}
            options={jobStates.map((each) => ({ value: each, label: each }))}
            onChange={setChosen}
          />
        </Match>
        <Match when={form === 'stage'}>
          <RadioGroup
            label="Stage"
            value={value()}
            options={stages.map((each) => ({
              value: each,
              label: each,
              hint: each === 'annotation' ? 'the state becomes new' : '',
            }))}
            onChange={setChosen}
          />
        </Match>
        <Match when={form === 'subset'}>
          <TextField
            label="Subset"
            list="bulk-subsets"
            value={value()}
            help="Train, Test, Validation, or one of your own; empty for none."
            onInput={setChosen}
          />
          <datalist id="bulk-subsets">
            <For each={[...new Set(['Train', 'Test', 'Validation', ...known()])]}>
              {(each) => <option value={each} />}
            </For>
          </datalist>
        </Match>
        <Match when={form === 'label-color'}>
          <Show when={labels().length > 0} fallback={<p>None of them has a label.</p>}>
            <Select label="Label" value={value()} options={labels()} onChange={setChosen} />
            <Field
              label="Colour"
              control={({ id, describedBy }) => (
                <input
                  id={id}
                  type="color"
                  class={inputClass()}
                  aria-describedby={describedBy}
                  value={color()}
                  onInput={(event) => setColor(event.currentTarget.value)}
                />
              )}
            />
          </Show>
        </Match>
      </Switch>
    </Dialog>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf(rows: readonly { readonly id: number; readonly name: string }[], first: Option): Option[] {
  return [first, ...rows.map(({ id, name }) => ({ value: String(id), label: name }))];
}

const titles: Readonly<Record<ValueForm, string>> = {
  assignee: 'Assignee',
  state: 'State',
  stage: 'Stage',
  subset: 'Subset',
  project: 'Project',
  workspace: 'Workspace',
  'label-color': 'Label colour',
};

/** What is chosen before anything is. */
function firstOf(form: ValueForm, option: string | undefined, known: string | undefined): string {
  if (form === 'state') return 'completed';
  if (form === 'stage') return 'validation';
  if (form === 'subset') return '';
  return (form === 'label-color' ? known : option) ?? '';
}

function changeOf(form: ValueForm, value: string, color: string): BulkChange | undefined {
  const id = value === '' ? undefined : Number(value);
  switch (form) {
    case 'assignee':
      return { kind: 'assignee', personId: id };
    case 'project':
      return { kind: 'project', projectId: id };
    case 'workspace':
      return { kind: 'workspace', workspaceId: id ?? 0 };
    case 'subset':
      return { kind: 'subset', subset: value.trim() };
    case 'label-color':
      return value === '' ? undefined : { kind: 'label-color', label: value, color };
    case 'state': {
      const state = jobStates.find((each) => each === value);
      return state && { kind: 'state', state };
    }
    case 'stage': {
      const stage = stages.find((each) => each === value);
      return stage && { kind: 'stage', stage };
    }
    default:
      return form satisfies never;
  }
}
