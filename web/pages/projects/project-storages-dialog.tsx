/** Which storages a project proposes to its tasks. */
import { createSignal, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Project } from '#core/model/project.ts';
import type { Storage } from '#core/model/storage.ts';
import { nameError } from '#web/pages/targets/target-names.ts';
import { TargetsList } from '#web/pages/targets/targets-list.tsx';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { SourceList } from './source-list.tsx';

interface ProjectStoragesDialogProps {
  project: Project;
  storages: readonly Storage[];
  onClose: () => void;
}

export function ProjectStoragesDialog(props: ProjectStoragesDialogProps) {
  const workspace = useWorkspace();
  const [sources, setSources] = createSignal(structuredClone(unwrap(props.project.sources)));
  const [targets, setTargets] = createSignal(structuredClone(unwrap(props.project.targets)));
  const [failure, setFailure] = createSignal<ErrorReport>();

  async function save(): Promise<void> {
    if (targets().some(({ name }) => nameError(name) !== undefined)) return;
    try {
      await workspace.projects.update(props.project.id, { sources: sources(), targets: targets() });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  return (
    <Dialog
      title={`Storages of “${props.project.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
      footWords="Proposed to new tasks. Those that are there keep theirs."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit">
            Save the storages
          </Button>
        </>
      }
    >
      <SourceList sources={sources()} storages={props.storages} onChange={setSources} />
      <TargetsList
        targets={targets()}
        taskName="task"
        example="folder/image.jpg"
        storages={props.storages}
        onChange={setTargets}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
