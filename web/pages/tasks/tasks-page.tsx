/** Every task. */
import Plus from 'lucide-solid/icons/plus';
import { TrySample } from '#web/pages/home/try-sample.tsx';
import { createScope } from '#web/state/create-scope.ts';
import { useTitle } from '#web/state/use-title.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { taskColumns } from './task-columns.tsx';
import { taskKind } from './task-kind.ts';
import { TaskList } from './task-list.tsx';

export function TasksPage() {
  useTitle(() => 'Tasks');
  return (
    <TaskList
      kind={taskKind}
      scope={createScope()}
      columns={taskColumns}
      primary={(isFailing) => (
        <LinkButton kind={isFailing ? 'default' : 'primary'} href="#/tasks/new" icon={Plus} keys="c">
          Create task
        </LinkButton>
      )}
      empty={
        <EmptyState
          title="No tasks yet"
          actions={
            <>
              <LinkButton size="form" href="#/">
                Paste an address
              </LinkButton>
              <TrySample kind="ghost" size="form" />
            </>
          }
        >
          A task is a list of images with labels. Paste a bucket address, or begin with 40 sample images.
        </EmptyState>
      }
    />
  );
}
