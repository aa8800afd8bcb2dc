/** The tasks of a project, newest first. */
import { For, Show } from 'solid-js';
import type { Project } from '#core/model/project.ts';
import type { Task } from '#core/model/task.ts';
import { StageBadge } from '#web/ui/badges.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import styles from './project.module.css';

export function ProjectTasks(props: { project: Project; tasks: readonly Task[] }) {
  return (
    <section class={styles.section} aria-labelledby="tasks-heading">
      <h2 id="tasks-heading" class={styles.heading}>
        Tasks
        <span class={styles.note}>{count(props.tasks.length)}</span>
      </h2>
      <Show
        when={props.tasks.length > 0}
        fallback={
          <p class={styles.words}>
            {'No tasks yet. '}
            <a href={`#/tasks/new?project=${props.project.id}`}>Create the first one</a>
          </p>
        }
      >
        <ul>
          <For each={props.tasks}>
            {(task) => (
              <li class={styles.task}>
                <span class={styles.picture}>
                  <Thumbnail taskId={task.id} frame={0} without="" />
                </span>
                <span class={styles.taskWords}>
                  <a class={styles.taskName} href={`#/tasks/${task.id}`}>
                    {task.name}
                  </a>
                  <span class={styles.words}>
                    {[`#${task.id}`, task.subset, task.ready ? counted(task.size, 'frame') : 'Being made']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <StageBadge stage={task.status} />
                <span class={styles.words}>
                  <Time of={task.updatedAt} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.tasks.length > 0}>
        <LinkButton kind="ghost" href={`#/tasks/new?multi&project=${props.project.id}`}>
          Create several tasks
        </LinkButton>
      </Show>
    </section>
  );
}
