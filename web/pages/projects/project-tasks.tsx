/** The tasks of a project: the list of tasks, of it alone. */
import Plus from 'lucide-solid/icons/plus';
import type { Project } from '#core/model/project.ts';
import { taskColumns } from '#web/pages/tasks/task-columns.tsx';
import { taskKind } from '#web/pages/tasks/task-kind.ts';
import { TaskList } from '#web/pages/tasks/task-list.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import styles from './project.module.css';

const kind = { ...taskKind, place: 'project-tasks' };
/** Of labels all have the project's. */
const columns = taskColumns.filter(({ title }) => title !== 'Labels');

export function ProjectTasks(props: { project: Project }) {
  return (
    <TaskList
      kind={kind}
      scope={() => ({ projectId: props.project.id })}
      columns={columns}
      primary={() => (
        <LinkButton href={`#/tasks/new?multi&project=${props.project.id}`} icon={Plus}>
          Create several
        </LinkButton>
      )}
      empty={
        <p class={styles.none}>
          {'No tasks yet. '}
          <a href={`#/tasks/new?project=${props.project.id}`}>Create the first one</a>
        </p>
      }
      panel
    />
  );
}
