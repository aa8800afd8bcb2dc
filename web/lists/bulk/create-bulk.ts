/** Begins what is chosen for one row or many: at once, or after a value was asked for. */
import { type Accessor, createSignal } from 'solid-js';
import { useWorkspace } from '#web/state/workspace-context.ts';
import type { List } from '../create-list.ts';
import type { ListRow } from '../list-kind.ts';
import type { BulkAction, BulkIntent, ChangeAction, FormAction } from './bulk-action.ts';
import { bulkOf, type BulkWork, changeWork, doEach, startBulk } from './bulk-run.ts';

export interface Bulk {
  readonly act: (action: BulkAction, ids: readonly number[]) => void;
  /** What is being asked about. */
  readonly intent: Accessor<BulkIntent<FormAction | ChangeAction> | undefined>;
  readonly start: (work: BulkWork) => void;
  readonly close: () => void;
}

export function createBulk<Row extends ListRow>(list: List<Row>): Bulk {
  const workspace = useWorkspace();
  const [intent, setIntent] = createSignal<BulkIntent<FormAction | ChangeAction>>();
  const { resource, one, many } = list.kind;

  async function run(work: BulkWork): Promise<void> {
    setIntent(undefined);
    await startBulk(work);
    const state = bulkOf(resource)();
    // What was not reached stays selected, so that one can go on.
    if (state?.kind === 'ended') list.selection.set(state.outcome.left);
  }
  return {
    intent,
    start: (work) => void run(work),
    close: () => setIntent(undefined),
    act(action, ids) {
      if (action.kind === 'each') {
        const { each, doing, done } = action;
        void run({
          resource,
          ids,
          doing,
          done,
          run: async (these, options) =>
            doEach(
              these,
              async (id, index) => each(workspace, id, index),
              (id) => `${one} #${id}`,
              options,
            ),
        });
      } else if (action.kind === 'change' && action.ask === undefined) {
        void run(changeWork(workspace, resource, ids, action.change));
      } else {
        setIntent({ action, resource, words: [one, many], ids, scope: list.scope() ?? {} });
      }
    },
  };
}
