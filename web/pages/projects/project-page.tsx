/** One project: its tasks, labels, guide and facts, and what is done with it as a whole. */
import Download from 'lucide-solid/icons/download';
import FolderInput from 'lucide-solid/icons/folder-input';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, lazy, Match, Show, Switch } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { Project } from '#core/model/project.ts';
import type { ProjectChange } from '#core/workspace/door/projects.ts';
import { GuideSection } from '#web/pages/guide/guide-section.tsx';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing, LoadingRows } from '#web/ui/states.tsx';
import { ProjectAside } from './project-aside.tsx';
import { ProjectLabels } from './project-labels.tsx';
import { ProjectTasks } from './project-tasks.tsx';
import styles from './project.module.css';

const ExportProjectDialog = lazy(async () => ({
  default: (await import('./export-project-dialog.tsx')).ExportProjectDialog,
}));
const MoveProjectDialog = lazy(async () => ({
  default: (await import('./move-project-dialog.tsx')).MoveProjectDialog,
}));

const crumbs = [{ title: 'Projects', href: '#/projects' }];

export function ProjectPage() {
  const workspace = useWorkspace();
  const params = useParams<{ id: string }>();
  const live = createLive(
    () => Number(params.id),
    async (id) => {
      const project = await workspace.projects.get(id);
      if (!project) return { found: undefined };
      return {
        found: {
          project,
          subsets: await workspace.projects.subsets(id),
          storages: await workspace.storages.list(),
          people: await workspace.people.list(),
        },
      };
    },
  );
  const found = () => live.data()?.found;
  const title = () => found()?.project.name ?? `Project #${params.id}`;
  useTitle(title);

  return (
    <Switch>
      <Match when={live.error()}>
        {(error) => (
          <>
            <PageHead title={title()} crumbs={crumbs} />
            <Failing
              what="The project could not be read from this device"
              error={error()}
              onRetry={live.again}
            />
          </>
        )}
      </Match>
      <Match when={live.data() === undefined}>
        <PageHead title={title()} crumbs={crumbs} />
        <LoadingRows words="Reading the project and its tasks from this device." />
      </Match>
      <Match when={found()}>
        {(known) => (
          <div class={styles.page}>
            <ProjectHead project={known().project} />
            <div class={styles.body}>
              <div class={styles.content}>
                <ProjectTasks project={known().project} />
                <ProjectLabels project={known().project} />
                <GuideSection
                  guide={known().project.guide}
                  onKeep={async (guide) => workspace.projects.update(known().project.id, { guide })}
                />
              </div>
              <ProjectAside
                project={known().project}
                subsets={known().subsets}
                storages={known().storages}
                people={known().people}
              />
            </div>
          </div>
        )}
      </Match>
      <Match when={true}>
        <PageHead title={`Project #${params.id}`} crumbs={crumbs} />
        <EmptyState
          title={`There is no project #${params.id} on this device`}
          actions={
            <LinkButton size="form" href="#/projects">
              Go to Projects
            </LinkButton>
          }
        >
          It was deleted, or it is in another browser: projects stay where they were made.
        </EmptyState>
      </Match>
    </Switch>
  );
}

function ProjectHead(props: { project: Project }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [layer, setLayer] = createSignal<'export' | 'move'>();

  async function change(next: ProjectChange, before: ProjectChange, words: string): Promise<void> {
    const { id } = props.project;
    try {
      await workspace.projects.update(id, next);
      showToast({
        tone: 'undo',
        title: words,
        action: { title: 'Undo', run: () => void workspace.projects.update(id, before) },
      });
    } catch (error) {
      showToast({ tone: 'bad', title: 'Not changed', text: toErrorReport(error).message });
    }
  }
  async function remove(): Promise<void> {
    const { id, name } = props.project;
    try {
      await workspace.projects.remove(id);
      navigate('/projects');
      showToast({
        tone: 'undo',
        title: `Deleted “${name}”`,
        text: 'It stays in the bin for 30 days, its tasks with it.',
        action: {
          title: 'Undo',
          run: () => void workspace.bin.restore([{ resource: 'projects', id }]),
        },
      });
    } catch (error) {
      showToast({ tone: 'bad', title: `“${name}” was not deleted`, text: toErrorReport(error).message });
    }
  }
  return (
    <>
      <PageHead
        title={props.project.name}
        note={`#${props.project.id}`}
        crumbs={crumbs}
        onRename={(name) => void change({ name }, { name: props.project.name }, `Renamed to “${name}”`)}
      >
        <Menu
          label="More actions"
          sections={[
            [
              {
                title: 'Export…',
                icon: Download,
                run: () => setLayer('export'),
              },
              { title: 'Move to another workspace…', icon: FolderInput, run: () => setLayer('move') },
            ],
            [{ title: 'Delete', icon: Trash, run: () => void remove() }],
          ]}
        />
        <LinkButton kind="primary" icon={Plus} href={`#/tasks/new?project=${props.project.id}`}>
          Create task
        </LinkButton>
      </PageHead>
      <Show when={layer() === 'export'}>
        <ExportProjectDialog project={props.project} onClose={() => setLayer(undefined)} />
      </Show>
      <Show when={layer() === 'move'}>
        <MoveProjectDialog project={props.project} onClose={() => setLayer(undefined)} />
      </Show>
    </>
  );
}
