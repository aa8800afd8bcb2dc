/** A job, open for annotation: `#/jobs/8412?frame=37`. */
import { useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createResource, createSignal, Match, on, onMount, Switch } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { hasFrame } from '#core/model/job.ts';
import { createCommands } from '#web/commands/registry.ts';
import { foldJob, house } from '#web/host/house.ts';
import { createLive } from '#web/state/create-live.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Failing } from '#web/ui/states.tsx';
import { Canvas } from './canvas/canvas.tsx';
import type { Stage } from './canvas/make-stage.ts';
import { countWorked } from './count-worked.ts';
import { createEditor, type OpenJob, openJob } from './create-editor.ts';
import styles from './editor.module.css';
import { FrameBar } from './frame-bar.tsx';
import { FrameOverlay } from './frame-overlay.tsx';
import { holdJob, takeOver } from './hold-job.ts';
import { Panel } from './panel/panel.tsx';
import { Rail } from './rail.tsx';
import { editorCommands } from './shortcuts.ts';
import { TopBar } from './top-bar.tsx';

export function EditorPage() {
  const params = useParams<{ id: string }>();
  const [open, { refetch }] = createResource(
    () => Number(params.id),
    async (id) => openJob(house, foldJob, id),
  );
  return (
    <Switch>
      <Match when={open.error}>
        <Failing
          what={`Job ${params.id} cannot be opened`}
          error={toErrorReport(open.error)}
          onRetry={() => void refetch()}
        />
      </Match>
      <Match when={open.state === 'ready' && open() === undefined}>
        <MissingJob id={params.id} />
      </Match>
      <Match when={open()?.task.dimension === '3d'}>
        <NoEditorYet taskId={open()?.task.id ?? 0} />
      </Match>
      <Match when={open()} keyed>
        {(job) => <OpenEditor open={job} />}
      </Match>
    </Switch>
  );
}

function MissingJob(props: { id: string }) {
  useTitle(() => `No job ${props.id}`);
  return (
    <main class={styles.missing}>
      <h1>There is no job {props.id} on this device</h1>
      <p>
        It was deleted, or made in another browser. <a href="#/tasks">All tasks</a>
      </p>
    </main>
  );
}

/** Tasks of point clouds can be made, cut and assigned before they can be drawn in. */
function NoEditorYet(props: { taskId: number }) {
  useTitle(() => 'Point clouds');
  return (
    <main class={styles.missing}>
      <h1>Point clouds cannot be annotated yet</h1>
      <p>
        The task and its jobs stay as they are. <a href={`#/tasks/${props.taskId}`}>Back to the task</a>
      </p>
    </main>
  );
}

function OpenEditor(props: { open: OpenJob }) {
  const workspace = useWorkspace();
  const [search, setSearch] = useSearchParams<{ frame?: string }>();
  const { job, task } = props.open;
  const wanted = Number.parseInt(search.frame ?? '', 10);
  const editor = createEditor(house, props.open, hasFrame(job, wanted) ? wanted : job.lastFrame);
  const [stage, setStage] = createSignal<Stage>();
  const live = createLive(
    () => job.id,
    async (id) => workspace.jobs.get(id),
  );
  const state = () => live.data()?.state ?? job.state;
  useTitle(() => `Frame ${editor.frame()}, job ${job.id}, ${task.name}`);
  createCommands(editorCommands(editor, stage));
  createEffect(
    on(editor.frame, (frame) => setSearch({ frame: String(frame) }, { replace: true }), { defer: true }),
  );
  onMount(() => void editor.show(editor.frame()));
  holdJob(house, job.id, editor.setReadOnly);
  countWorked(
    () => !editor.readOnly(),
    async (ms) => workspace.jobs.addWorked(job.id, ms),
  );

  return (
    <main class={styles.editor}>
      <TopBar
        editor={editor}
        state={state()}
        onState={(next) => void workspace.jobs.setState(job.id, next)}
        onTakeOver={() => void takeOver(house, job.id)}
      />
      <Rail editor={editor} />
      <div class={styles.stage}>
        <Canvas editor={editor} onStage={setStage}>
          <FrameOverlay editor={editor} />
        </Canvas>
      </div>
      <FrameBar editor={editor} />
      <Panel editor={editor} />
    </main>
  );
}
