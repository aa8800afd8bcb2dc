/** The state of one open job: what is shown, what is chosen, and what can be done. No drawing, no markup. */
import { createMemo, createSignal, onCleanup } from 'solid-js';
import { deleteCommand, updateCommand } from '#core/annotate/command.ts';
import { boxOf, type FrameDocument } from '#core/annotate/frame-document.ts';
import { relabel } from '#core/annotate/relabel.ts';
import { AnnotationSession } from '#core/annotate/session.ts';
import { makeRectangleTool } from '#core/annotate/tools/rectangle.ts';
import { makeSelectTool } from '#core/annotate/tools/select.ts';
import type { Tool } from '#core/annotate/tools/tool.ts';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import { moveBoxWithin, type Point } from '#core/geometry/point.ts';
import { openFrameStore } from '#core/workspace/frame-store.ts';
import { FrameLoader } from '#core/media/frame-loader.ts';
import type { Picture } from '#core/media/image/picture.ts';
import type { FrameEntry } from '#core/model/frame.ts';
import { nearestFrame, stepFrame } from '#core/model/job-frames.ts';
import type { Job } from '#core/model/job.ts';
import type { Label } from '#core/model/label.ts';
import type { LogEntry } from '#core/model/log-entry.ts';
import type { Shape } from '#core/model/shape.ts';
import type { Task } from '#core/model/task.ts';
import type { House } from '#core/workspace/open-workspace.ts';
import { isDrawable } from './drawable.ts';

/** What the stage shows. */
export type Shown =
  | { readonly kind: 'loading'; readonly frame: number }
  | {
      readonly kind: 'picture';
      readonly frame: number;
      readonly picture: Picture;
      readonly document: FrameDocument;
    }
  | {
      readonly kind: 'trouble';
      readonly frame: number;
      readonly error: ErrorReport;
      readonly document: FrameDocument;
    };

/** Frames fetched ahead of and behind the current one. */
const ahead = 4;
const behind = 2;

export interface OpenJob {
  readonly job: Job;
  readonly task: Task;
  readonly session: AnnotationSession;
  readonly loader: FrameLoader;
  /** Frames of the job, from its first. */
  readonly entries: readonly FrameEntry[];
}

/** Reads what the editor needs before it can show anything. Undefined when there is no such job. */
export async function openJob(
  house: House,
  fold: (jobId: number) => Promise<void>,
  jobId: number,
): Promise<OpenJob | undefined> {
  await fold(jobId);
  const job = await house.jobs.get(jobId);
  const task = job && (await house.tasks.get(job.taskId));
  if (!job || !task) return undefined;
  const [session, entries] = await Promise.all([
    AnnotationSession.open(jobId, { annotations: house.annotations, clock: house.ports.clock, fold }),
    house.frames.list(task.id, job.startFrame, job.stopFrame),
  ]);
  const loader = new FrameLoader({
    entry: async (frame) => entries[frame - job.startFrame],
    store: async (storageId) => openFrameStore(house, task, storageId),
  });
  return { job, task, session, loader, entries };
}

export type Editor = ReturnType<typeof createEditor>;

export function createEditor(house: House, open: OpenJob, firstFrame: number) {
  const { job, task, session, loader } = open;
  const [frame, setFrame] = createSignal(firstFrame);
  const [shown, setShown] = createSignal<Shown>({ kind: 'loading', frame: firstFrame });
  const [revision, setRevision] = createSignal(0);
  const [selectedId, setSelectedId] = createSignal<number>();
  const [hoverId, setHoverId] = createSignal<number>();
  const [labelId, setLabelId] = createSignal<number>(task.labels.find(isDrawable)?.id ?? 0);
  const [saveState, setSaveState] = createSignal(session.saveState);
  const [readOnly, setReadOnly] = createSignal(false);
  const canDraw = task.labels.some(isDrawable);
  const tools = { select: makeSelectTool(), rectangle: makeRectangleTool() };
  const [tool, setTool] = createSignal<Tool>(
    job.objectCount === 0 && canDraw ? tools.rectangle : tools.select,
  );
  const now = (): number => house.ports.clock.now();

  const stopListening = session.subscribe(() => {
    setSaveState(session.saveState);
    setRevision((count) => count + 1);
  });

  const document = createMemo(() => {
    const current = shown();
    return current.kind === 'loading' ? undefined : current.document;
  });
  const shapes = createMemo<readonly Shape[]>(() => {
    revision();
    return document()?.shapes() ?? [];
  });
  const selected = createMemo(() => {
    revision();
    const id = selectedId();
    return id === undefined ? undefined : document()?.get(id);
  });

  async function show(next: number): Promise<void> {
    setFrame(next);
    tool().cancel();
    setHoverId(undefined);
    setSelectedId(undefined);
    if (!loader.isReady(next)) setShown({ kind: 'loading', frame: next });
    const found = await fetchFrame(next);
    // Whatever was asked for meanwhile is shown by its own call.
    if (!found || frame() !== next) return;
    setShown(found);
    await keepPlace(found);
    if (frame() !== next) return;
    const near = neighbours(next);
    await loader.keep(near);
    if (frame() === next) for (const each of near) await session.document(each);
  }

  /** The frame, or what is wrong with it; undefined when fetching it was given up. */
  async function fetchFrame(wanted: number): Promise<Shown | undefined> {
    const reading = session.document(wanted);
    try {
      const [picture, read] = await Promise.all([loader.load(wanted), reading]);
      return { kind: 'picture', frame: wanted, picture, document: read };
    } catch (error) {
      if (isAbort(error)) return undefined;
      return { kind: 'trouble', frame: wanted, error: toErrorReport(error), document: await reading };
    }
  }

  /** What the next visit and exports want to know; none of it is worth a word when the disk is full. */
  async function keepPlace(place: Shown): Promise<void> {
    await Promise.allSettled([
      house.jobs.update(job.id, { lastFrame: place.frame }),
      place.kind === 'picture' ? house.frames.keepSize(task.id, place.frame, place.picture) : undefined,
    ]);
  }

  function neighbours(at: number): number[] {
    const order = new Set([at]);
    for (let step = 1; step <= ahead; step += 1) {
      order.add(stepFrame(job, at, step));
      if (step <= behind) order.add(stepFrame(job, at, -step));
    }
    return [...order];
  }

  function goTo(next: number): void {
    const target = nearestFrame(job, next);
    if (target !== frame()) void show(target);
  }

  async function step(back: () => Promise<LogEntry | undefined>): Promise<void> {
    if (readOnly()) return;
    const entry = await back();
    const touched = entry?.changes[0]?.frame;
    if (touched !== undefined && touched !== frame()) goTo(touched);
  }

  function change(
    name: string,
    patch: (shape: Shape) => Partial<Omit<Shape, 'id' | 'kind'>>,
    of = selected(),
  ): void {
    const current = document();
    if (!current || !of || readOnly()) return;
    const command = updateCommand(`${name} ${nameOf(of)}`, current.frame, [of], patch, now());
    if (command) void session.apply(command);
  }

  function nameOf(shape: Shape): string {
    return `${labelOf(shape.labelId)?.name ?? 'unknown'} ${shape.id}`;
  }

  function labelOf(id: number): Label | undefined {
    return task.labels.find((label) => label.id === id);
  }

  onCleanup(() => {
    stopListening();
    loader.close();
    void session.close();
  });

  return {
    ...open,
    frame,
    shown,
    document,
    shapes,
    revision,
    selected,
    selectedId,
    hoverId,
    labelId,
    saveState,
    readOnly,
    tool,
    now,
    labelOf,
    nameOf,
    setHoverId,
    setReadOnly,
    show,
    goTo,
    /** So many frames of the job on, or back. */
    goBy: (by: number) => goTo(stepFrame(job, frame(), by)),
    change,
    undo: async () => step(async () => session.undo()),
    redo: async () => step(async () => session.redo()),
    select(id: number | undefined): void {
      setSelectedId(id);
      const label = id === undefined ? undefined : document()?.get(id)?.labelId;
      const known = label === undefined ? undefined : labelOf(label);
      if (known && isDrawable(known)) setLabelId(known.id);
    },
    /** False where no label of the task can be drawn with yet. */
    canDraw,
    useTool(id: Tool['id']): void {
      if (id === 'rectangle' && !canDraw) return;
      tool().cancel();
      setTool(tools[id]);
    },
    /** Gives the selected object another label. */
    useLabel(id: number): void {
      const to = labelOf(id);
      if (to) change('Relabel', (shape) => relabel(shape, labelOf(shape.labelId), to));
    },
    drawWith(id: number): void {
      const label = labelOf(id);
      if (!label || !isDrawable(label)) return;
      setLabelId(id);
      setSelectedId(undefined);
      setTool(tools.rectangle);
    },
    remove(shape = selected()): void {
      const current = document();
      if (!current || !shape || shape.locked || readOnly()) return;
      setSelectedId(undefined);
      void session.apply(deleteCommand(`Delete ${nameOf(shape)}`, current.frame, [shape]));
    },
    /** The next object in reading order of the list, around its end. */
    selectNext(by: 1 | -1): void {
      const all = shapes();
      if (all.length === 0) return;
      const at = all.findIndex((shape) => shape.id === selectedId());
      const start = by === 1 ? -1 : 0;
      const next = all[((at === -1 ? start : at) + by + all.length) % all.length];
      if (next) setSelectedId(next.id);
    },
    /** Moves the selected object by image pixels, inside the picture. */
    nudge(by: Point): void {
      const current = shown();
      if (current.kind !== 'picture' || selected()?.locked) return;
      change('Nudge', (shape) => {
        const box = moveBoxWithin(boxOf(shape), by, current.picture);
        return { points: [box.left, box.top, box.right, box.bottom] };
      });
    },
    retry(): void {
      void show(frame());
    },
  };
}
