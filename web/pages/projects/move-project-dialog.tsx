/** Takes a project with its tasks into another workspace. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Project } from '#core/model/project.ts';
import { personalWorkspace } from '#core/model/workspace.ts';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { Select } from '#web/ui/select.tsx';

export function MoveProjectDialog(props: { project: Project; onClose: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const live = createLive(
    () => true,
    async () => workspace.workspaces.list(),
  );
  const others = () =>
    [{ id: personalWorkspace, name: 'Personal' }, ...(live.data() ?? [])].filter(
      ({ id }) => id !== props.project.workspaceId,
    );
  const [chosen, setChosen] = createSignal<string>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const target = () => others().find(({ id }) => String(id) === chosen()) ?? others()[0];

  async function move(): Promise<void> {
    const to = target();
    if (!to) return;
    const { id, name, workspaceId } = props.project;
    try {
      await workspace.projects.moveToWorkspace(id, to.id);
      showToast({
        tone: 'undo',
        title: `Moved “${name}” to ${to.name}`,
        action: { title: 'Undo', run: () => void workspace.projects.moveToWorkspace(id, workspaceId) },
      });
      props.onClose();
      navigate('/projects');
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  return (
    <Dialog
      title={`Move “${props.project.name}”`}
      onClose={() => props.onClose()}
      onSubmit={() => void move()}
      footWords="Its tasks go with it."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button
            kind="primary"
            size="form"
            type="submit"
            disabledReason={others().length === 0 ? 'There is no other workspace' : undefined}
          >
            Move the project
          </Button>
        </>
      }
    >
      <Show
        when={target()}
        fallback={<p>There is no other workspace on this device. One can be added in Settings.</p>}
      >
        {(to) => (
          <Select
            label="To the workspace"
            value={String(to().id)}
            options={others().map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={setChosen}
          />
        )}
      </Show>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
