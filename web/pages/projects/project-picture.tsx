/** The first frame of a project's newest task. */
import { createEffect, createSignal, onCleanup, Show } from 'solid-js';
import type { ProjectId } from '#core/model/ids.ts';
import { noQuery } from '#core/query/list-query.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Thumbnail } from '#web/ui/thumbnail.tsx';

export function ProjectPicture(props: { projectId: ProjectId; without?: string }) {
  const workspace = useWorkspace();
  const [taskId, setTaskId] = createSignal<number>();
  const [isKnown, setKnown] = createSignal(false);
  createEffect(() => {
    let isOver = false;
    onCleanup(() => {
      isOver = true;
    });
    // Only a picture: where it cannot be found out, there is none.
    workspace.lists.ask('tasks', { ...noQuery, pageSize: 1 }, { projectId: props.projectId }).then(
      ({ ids }) => {
        if (isOver) return;
        setTaskId(ids[0]);
        setKnown(true);
      },
      () => undefined,
    );
  });
  return (
    <Show when={taskId()} fallback={<span>{isKnown() ? props.without : ''}</span>}>
      {(id) => (
        <Thumbnail taskId={id()} frame={0} {...(props.without ? { without: 'No picture to be had' } : {})} />
      )}
    </Show>
  );
}
