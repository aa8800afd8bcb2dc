/** The state of the form that makes tasks, and what it does; its page and that of many tasks show it. */
import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, indexArray, on } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Project } from '#core/model/project.ts';
import type { Source } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Target } from '#core/model/target.ts';
import { targetIn } from '#web/pages/targets/targets-list.tsx';
import { createLive } from '#web/state/create-live.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { takePicked } from '#web/state/picked.ts';
import { isUsualTarget } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { countedFiles } from './counted-files.ts';
import { countedTogether, createPreview } from './create-preview.ts';
import { wholeNumber } from './cut-draft.ts';
import { type SourceDraft, sourceDraftOf, sourceOf } from './files/source-draft.ts';
import { looked } from './label-offers.ts';
import { dimensionOf, mediaSeen, mixError } from './media-draft.ts';
import {
  emptyTaskDraft,
  errorsOfTask,
  proposedName,
  sourcesOf,
  type TaskDraft,
  type TaskErrors,
} from './task-draft.ts';

export type CreateForm = ReturnType<typeof createForm>;

/** `copies`: files of this computer can be chosen too. */
export function createForm({ copies }: { readonly copies: boolean } = { copies: true }) {
  const workspace = useWorkspace();
  const [search] = useSearchParams<{ storage?: string; prefix?: string; project?: string }>();
  const [draft, setDraft] = createSignal<TaskDraft>(emptyTaskDraft);
  const [errors, setErrors] = createSignal<TaskErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  /** What a target said to the first write. */
  const [refusal, setRefusal] = createSignal<ErrorReport & { readonly storage: Storage | undefined }>();
  const live = createLive(
    () => true,
    async () => ({
      storages: await workspace.storages.list(),
      tasks: await workspace.tasks.recent(looked),
      projects: await workspace.projects.list(),
    }),
  );
  const storages = () => live.data()?.storages ?? [];
  const storageOf = (source: SourceDraft | undefined) =>
    storages().find((each) => each.id === source?.storageId);
  const storage = () => storageOf(draft().sources[0]);
  const project = () => live.data()?.projects.find(({ id }) => id === draft().projectId);
  const ofProject = createLive(
    () => draft().projectId,
    (id) => workspace.projects.subsets(id),
  );
  const subsets = createMemo(() => {
    if (draft().projectId !== undefined) return ofProject.data() ?? [];
    const without = (live.data()?.tasks ?? []).filter(({ projectId }) => projectId === undefined);
    return [...new Set(without.map(({ subset }) => subset).filter((subset) => subset !== ''))];
  });
  const previews = indexArray(
    () => draft().sources,
    (source) =>
      createPreview(
        () => sourceOf(source()),
        () => draft().sorting,
        () => wholeNumber(draft().seed) ?? 0,
      ),
  );
  const seen = createMemo(() => previews().map((preview) => preview.counted()));
  const dimension = createMemo(() => dimensionOf(draft(), seen()));
  const counted = createMemo(() => countedFiles(draft()) ?? countedTogether(previews(), dimension()));
  const proposed = () => proposedName(draft(), storage()?.name ?? '');

  createEffect(
    on(
      () => live.data() !== undefined && [search.storage, search.prefix],
      (ready) => {
        if (!ready || draft().sources[0]?.storageId !== undefined) return;
        const named = storages().find((each) => String(each.id) === search.storage);
        const chosen = named ?? (storages().length === 1 ? storages()[0] : undefined);
        if (chosen) chooseStorage(chosen, search.prefix);
        else if (copies && storages().length === 0) change({ origin: 'computer' });
        const wanted = live.data()?.projects.find(({ id }) => String(id) === search.project);
        if (wanted) chooseProject(wanted);
      },
    ),
  );

  function change(fields: Partial<TaskDraft>): void {
    setDraft({ ...draft(), ...fields });
    setErrors({});
    setFailure(undefined);
    setRefusal(undefined);
  }
  function chooseStorage(chosen: Storage, prefix = chosen.settings.prefix): void {
    change({ origin: chosen.settings.provider === 'folder' ? 'folder' : 'storage' });
    changeSources([{ ...sourceDraftOf(chosen, prefix), picked: takePicked(chosen.id, prefix) }]);
  }
  function changeSources(sources: readonly SourceDraft[]): void {
    const before = storage();
    change({ sources, dimension: undefined });
    const now = storage();
    if (!now || now === before || (project()?.targets.length ?? 0) > 0) return;
    change({ targets: isUsualTarget(now.settings) ? [targetIn(now)] : [] });
  }
  /** What the project proposes is taken where nothing else was chosen. */
  function chooseProject(chosen: Project | undefined): void {
    change({ projectId: chosen?.id });
    if (!chosen) return;
    const sources = unwrap(chosen.sources).flatMap((source) => draftOfSource(source) ?? []);
    if (draft().sources[0]?.storageId === undefined && sources.length > 0) {
      change({ origin: 'storage', sources });
    }
    if (chosen.targets.length > 0) change({ targets: unwrap(chosen.targets) });
  }
  function draftOfSource(source: Source): SourceDraft | undefined {
    const known = storages().find(({ id }) => id === source.storageId);
    return known && sourceDraftOf(known, source.prefix);
  }
  /** Given here, a folder is attached at once, to read only: what else it may be is said where storages are. */
  async function takeFolder({ name, access }: LentFolder): Promise<void> {
    try {
      const folder = crypto.randomUUID();
      const settings = { provider: 'folder', folder, name, prefix: '', writable: false } as const;
      chooseStorage(
        await workspace.storages.attach({ name, settings, credentials: access, keeping: 'session' }),
      );
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  /** True where nothing is wrong; else what is wrong is said. */
  function check(): boolean {
    const found = errorsOfTask(draft(), project(), dimension());
    const isThere = draft().origin === 'folder' || draft().origin === 'storage';
    const mixed = isThere ? mixError(mediaSeen(seen())) : undefined;
    if (mixed !== undefined && found.sources === undefined) found.sources = mixed;
    setErrors(found);
    return Object.keys(found).length === 0;
  }
  async function mayWriteTo(targets: readonly Target[]): Promise<boolean> {
    for (const { storageId, prefix } of targets) {
      try {
        await workspace.targets.test(storageId, prefix);
      } catch (error) {
        setRefusal({ ...toErrorReport(error), storage: storages().find(({ id }) => id === storageId) });
        return false;
      }
    }
    return true;
  }

  return {
    draft,
    errors,
    failure,
    refusal,
    live,
    storages,
    storageOf,
    storage,
    project,
    subsets,
    previews,
    counted,
    seen,
    dimension,
    proposed,
    change,
    changeSources,
    chooseProject,
    takeFolder,
    check,
    mayWriteTo,
    sources: () => sourcesOf(draft()),
    setFailure,
    setRefusal,
    setErrors,
  };
}
