/** One task: how far it is, its jobs, its facts; export and import. */
import ArrowRight from 'lucide-solid/icons/arrow-right';
import Download from 'lucide-solid/icons/download';
import FolderInput from 'lucide-solid/icons/folder-input';
import ListTree from 'lucide-solid/icons/list-tree';
import Scissors from 'lucide-solid/icons/scissors';
import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import Upload from 'lucide-solid/icons/upload';
import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, lazy, Match, Show, Switch } from 'solid-js';
import type { Project } from '#core/model/project.ts';
import { GuideSection } from '#web/pages/guide/guide-section.tsx';
import { RenameDialog } from '#web/pages/tasks/rename-dialog.tsx';
import { createLive } from '#web/state/create-live.ts';
import { nextJob, summarise } from '#web/state/job-words.ts';
import { removeTask } from '#web/state/removals.ts';
import { makingOf } from '#web/state/request-words.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing, LoadingRows } from '#web/ui/states.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ManifestDialog } from './manifest-dialog.tsx';
import { MakingPanel } from './making-panel.tsx';
import { TaskAside } from './task-aside.tsx';
import styles from './task-page.module.css';
import { TaskJobs } from './task-jobs.tsx';
import { TaskSummary } from './task-summary.tsx';

const MoveTaskDialog = lazy(async () => ({
  default: (await import('./move-task-dialog.tsx')).MoveTaskDialog,
}));
const RecutDialog = lazy(async () => ({ default: (await import('./recut-dialog.tsx')).RecutDialog }));

export function TaskPage() {
  const workspace = useWorkspace();
  const params = useParams<{ id: string }>();
  const navigate = useNavigate();
  const [layer, setLayer] = createSignal<'export' | 'import' | 'rename' | 'manifest' | 'move' | 'recut'>();
  const live = createLive(
    () => Number(params.id),
    async (id) => {
      const task = await workspace.tasks.get(id);
      if (!task) return { found: undefined };
      const jobs = await workspace.jobs.ofTask(id);
      const storages = await workspace.storages.list();
      const making = task.ready ? undefined : makingOf(id, await workspace.requests.ofTask(id));
      // Worked out on plain rows: on those that are watched every field of a thousand jobs would be watched for it.
      const said = {
        summary: summarise(jobs),
      };
      const project = task.projectId === undefined ? undefined : await workspace.projects.get(task.projectId);
      const people = await workspace.people.list();
      const owner = people.find(({ id: each }) => each === task.ownerId)?.name;
      return { found: { task, jobs, storages, making, project, owner, ...said } };
    },
  );
  const found = () => live.data()?.found;
  useTitle(() => found()?.task.name ?? `Task #${params.id}`);

  return (
    <Switch>
      <Match when={live.error()}>
        {(error) => (
          <>
            <PageHead title={`Task #${params.id}`} crumbs={[{ title: 'Tasks', href: '#/tasks' }]} />
            <Failing
              what="The task could not be read from this device"
              error={error()}
              onRetry={live.again}
            />
          </>
        )}
      </Match>
      <Match when={live.data() === undefined}>
        <PageHead title={`Task #${params.id}`} crumbs={[{ title: 'Tasks', href: '#/tasks' }]} />
        <LoadingRows words="Reading the task and its jobs from this device." rowHeight={40} />
      </Match>
      <Match when={found()}>
        {(known) => (
          <>
            <PageHead
              title={known().task.name}
              note={`#${known().task.id}`}
              crumbs={crumbsOf(known().project)}
            >
              <Show when={known().task.ready}>
                <Button icon={Upload} onClick={() => setLayer('import')}>
                  Import
                </Button>
                <Button icon={Download} onClick={() => setLayer('export')}>
                  Export
                </Button>
              </Show>
              <Menu
                label="More actions"
                sections={[
                  [
                    { title: 'Rename…', icon: Pencil, run: () => setLayer('rename') },
                    {
                      title: known().project ? 'Move to another project…' : 'Move to a project…',
                      icon: FolderInput,
                      run: () => setLayer('move'),
                    },
                    {
                      title: 'Re-cut jobs…',
                      icon: Scissors,
                      run: () => setLayer('recut'),
                      disabledReason: known().task.ready ? undefined : 'It is still being made',
                    },
                    {
                      title: 'Write a manifest…',
                      icon: ListTree,
                      run: () => setLayer('manifest'),
                      disabledReason: known().task.ready ? undefined : 'It is still being made',
                    },
                  ],
                  [
                    {
                      title: 'Delete',
                      icon: Trash,
                      run: () => {
                        void removeTask(workspace, known().task);
                        navigate('/tasks');
                      },
                    },
                  ],
                ]}
              />
              <Show when={nextJob(known().jobs)}>
                {(job) => (
                  <LinkButton kind="primary" icon={ArrowRight} href={`#/jobs/${job().id}`}>
                    Open next job
                  </LinkButton>
                )}
              </Show>
            </PageHead>
            <div class={styles.body}>
              <div class={styles.content}>
                <Show when={known().task.ready} fallback={<MakingPanel request={known().making} />}>
                  <TaskSummary task={known().task} summary={known().summary} />
                  <TaskJobs task={known().task} />
                </Show>
                <Show
                  when={known().project}
                  fallback={
                    <GuideSection
                      guide={known().task.guide}
                      onKeep={(guide) => workspace.tasks.update(known().task.id, { guide })}
                    />
                  }
                >
                  {(project) => (
                    <Show when={project().guide !== ''}>
                      <p class={styles.guide}>
                        The guide is the project’s:{' '}
                        <a href={`#/projects/${project().id}`}>{project().name}</a>.
                      </p>
                    </Show>
                  )}
                </Show>
              </div>
              <TaskAside
                task={known().task}
                storages={known().storages}
                project={known().project}
                owner={known().owner}
              />
            </div>
            <Switch>
              <Match when={layer() === 'rename'}>
                <RenameDialog task={known().task} onClose={() => setLayer(undefined)} />
              </Match>
              <Match when={layer() === 'move'}>
                <MoveTaskDialog task={known().task} onClose={() => setLayer(undefined)} />
              </Match>
              <Match when={layer() === 'recut'}>
                <RecutDialog task={known().task} onClose={() => setLayer(undefined)} />
              </Match>
              <Match when={layer() === 'manifest'}>
                <ManifestDialog
                  task={known().task}
                  storages={known().storages}
                  onClose={() => setLayer(undefined)}
                />
              </Match>
              <Match when={layer() === 'export'}>
                <ExportDialog task={known().task} jobs={known().jobs} onClose={() => setLayer(undefined)} />
              </Match>
              <Match when={layer() === 'import'}>
                <ImportDialog task={known().task} jobs={known().jobs} onClose={() => setLayer(undefined)} />
              </Match>
            </Switch>
          </>
        )}
      </Match>
      <Match when={true}>
        <PageHead title={`Task #${params.id}`} crumbs={[{ title: 'Tasks', href: '#/tasks' }]} />
        <EmptyState
          title={`There is no task #${params.id} on this device`}
          actions={
            <LinkButton size="form" href="#/tasks">
              Go to Tasks
            </LinkButton>
          }
        >
          It was deleted, or it is in another browser: tasks stay where they were made.
        </EmptyState>
      </Match>
    </Switch>
  );
}

/** The way back: through the project, where there is one. */
function crumbsOf(project: Project | undefined): { title: string; href: string }[] {
  if (!project) return [{ title: 'Tasks', href: '#/tasks' }];
  return [
    { title: 'Projects', href: '#/projects' },
    { title: project.name, href: `#/projects/${project.id}` },
  ];
}
