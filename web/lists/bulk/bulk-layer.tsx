/** What is asked before a change to many rows: a value, or whether one means it. */
import { Match, Show, Switch } from 'solid-js';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { counted } from '#web/ui/format.ts';
import type { BulkIntent, ChangeAction, FormAction } from './bulk-action.ts';
import { changeWork, type BulkWork } from './bulk-run.ts';
import { ExportManyDialog } from './export-many-dialog.tsx';
import { ValueDialog } from './value-dialog.tsx';

interface LayerProps {
  intent: BulkIntent<FormAction | ChangeAction>;
  onStart: (work: BulkWork) => void;
  onClose: () => void;
}

export function BulkLayer(props: LayerProps) {
  const workspace = useWorkspace();
  const formIntent = () => {
    const { action } = props.intent;
    return action.kind === 'form' ? { ...props.intent, action } : undefined;
  };
  const changeIntent = () => {
    const { action } = props.intent;
    return action.kind === 'change' ? { ...props.intent, action } : undefined;
  };
  return (
    <Switch>
      <Match when={changeIntent()}>
        {(intent) => (
          <Dialog
            title={`${intent().action.title} ${counted(intent().ids.length, ...intent().words)}?`}
            onClose={() => props.onClose()}
            onSubmit={() =>
              props.onStart(changeWork(workspace, intent().resource, intent().ids, intent().action.change))
            }
            foot={
              <>
                <Button kind="ghost" size="form" onClick={() => props.onClose()}>
                  Cancel
                </Button>
                <Button kind="danger" size="form" type="submit">
                  {`${intent().action.title} ${counted(intent().ids.length, ...intent().words)}`}
                </Button>
              </>
            }
          >
            <p>{intent().action.ask}</p>
          </Dialog>
        )}
      </Match>
      <Match when={formIntent()}>
        {(intent) => (
          <Show
            when={intent().action.form === 'export'}
            fallback={
              <ValueDialog
                intent={intent()}
                onChange={(change) =>
                  props.onStart(changeWork(workspace, intent().resource, intent().ids, change))
                }
                onClose={() => props.onClose()}
              />
            }
          >
            <ExportManyDialog intent={intent()} onStart={props.onStart} onClose={() => props.onClose()} />
          </Show>
        )}
      </Match>
    </Switch>
  );
}
