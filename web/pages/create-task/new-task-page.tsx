/** `#/tasks/new`: one task, or with `?multi` several. */
import { useSearchParams } from '@solidjs/router';
import { lazy, Show } from 'solid-js';
import { CreateTaskPage } from './create-task-page.tsx';

const MultiTasksPage = lazy(() =>
  import('./multi/multi-tasks-page.tsx').then((file) => ({ default: file.MultiTasksPage })),
);

export function NewTaskPage() {
  const [search] = useSearchParams<{ multi?: string }>();
  return (
    <Show when={search.multi === undefined} fallback={<MultiTasksPage />}>
      <CreateTaskPage />
    </Show>
  );
}
