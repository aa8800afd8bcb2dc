/** Every job, whatever its task. */
import { createScope } from '#web/state/create-scope.ts';
import { useTitle } from '#web/state/use-title.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { jobColumns } from './job-columns.tsx';
import { jobKind } from './job-kind.ts';
import { JobList } from './job-list.tsx';

export function JobsPage() {
  useTitle(() => 'Jobs');
  return (
    <JobList
      kind={jobKind}
      scope={createScope()}
      columns={jobColumns}
      empty={
        <EmptyState
          title="No jobs yet"
          actions={
            <LinkButton size="form" href="#/tasks/new">
              Create task
            </LinkButton>
          }
        >
          A job is a range of a task’s frames that one person works on. Each task is cut into jobs when it is
          made.
        </EmptyState>
      }
    />
  );
}
