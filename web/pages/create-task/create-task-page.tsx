/** Makes a task: files, labels, name, jobs, storages; everything but the labels has a default. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, indexArray, on, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Target } from '#core/model/target.ts';
import { AccessButton } from '#web/pages/storages/access-button.tsx';
import { createLive } from '#web/state/create-live.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { takePicked } from '#web/state/picked.ts';
import { isUsualTarget } from '#web/state/storage-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { FolderDrop } from '#web/ui/folder-drop.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Failing } from '#web/ui/states.tsx';
import { countedTogether, createPreview } from './create-preview.ts';
import styles from './create-task-page.module.css';
import { FilesSection } from './files-section.tsx';
import { JobsSection } from './jobs-section.tsx';
import { labelOffers } from './label-offers.ts';
import { LabelsSection } from './labels-section.tsx';
import { TargetsList, targetIn } from '#web/pages/targets/targets-list.tsx';
import { Section } from './section.tsx';
import {
  emptySourceDraft,
  errorOfSource,
  type SourceDraft,
  sourceDraftOf,
  sourceOf,
} from './source-draft.ts';
import { Summary } from './summary.tsx';
import {
  emptyTaskDraft,
  errorsOfTask,
  inputOf,
  proposedTaskName,
  type TaskDraft,
  type TaskErrors,
} from './task-draft.ts';

export function CreateTaskPage() {
  useTitle(() => 'Create task');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ storage?: string; prefix?: string }>();
  const [draft, setDraft] = createSignal<TaskDraft>(emptyTaskDraft);
  const [errors, setErrors] = createSignal<TaskErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  /** What a target said to the first write. */
  const [refusal, setRefusal] = createSignal<ErrorReport & { readonly storage: Storage | undefined }>();
  const [busy, setBusy] = createSignal<'open' | 'continue'>();
  let page: HTMLFormElement | undefined;

  const live = createLive(
    () => true,
    async () => ({ storages: await workspace.storages.list(), tasks: await workspace.tasks.list() }),
  );
  const storages = () => live.data()?.storages ?? [];
  const storageOf = (source: SourceDraft | undefined) =>
    storages().find((each) => each.id === source?.storageId);
  const storage = () => storageOf(draft().sources[0]);
  const previews = indexArray(
    () => draft().sources,
    (source) =>
      createPreview(
        () => sourceOf(source()),
        () => draft().sorting,
      ),
  );
  const counted = createMemo(() => countedTogether(previews()));

  createEffect(
    on(
      () => live.data() !== undefined && [search.storage, search.prefix],
      (ready) => {
        if (!ready || draft().sources[0]?.storageId !== undefined) return;
        const named = storages().find((each) => String(each.id) === search.storage);
        const chosen = named ?? (storages().length === 1 ? storages()[0] : undefined);
        if (chosen) chooseStorage(chosen, search.prefix);
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
    changeSources([{ ...sourceDraftOf(chosen, prefix), picked: takePicked(chosen.id, prefix) }]);
  }
  function changeSources(sources: readonly SourceDraft[]): void {
    const before = storage();
    change({ sources });
    const now = storage();
    if (now && now !== before) change({ targets: isUsualTarget(now.settings) ? [targetIn(now)] : [] });
  }
  /** Dropped here, a folder is attached at once, to read only: what else it may be is said where storages are. */
  async function takeFolder({ name, access }: LentFolder): Promise<void> {
    try {
      const folder = crypto.randomUUID();
      const settings = { provider: 'folder', folder, name, prefix: '', writable: false } as const;
      const attached = await workspace.storages.attach({
        name,
        settings,
        credentials: access,
        keeping: 'session',
      });
      chooseStorage(attached);
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  async function create(then: 'open' | 'continue'): Promise<void> {
    if (busy() !== undefined) return;
    const found = errorsOfTask(draft());
    setErrors(found);
    const input = inputOf(draft(), storage()?.name ?? '');
    if (Object.keys(found).length > 0 || !input) {
      queueMicrotask(() =>
        page?.querySelector<HTMLElement>('[data-field-error], [aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(then);
    try {
      if (!(await mayWriteTo(input.targets))) return;
      const { taskId } = await workspace.tasks.create(input);
      if (then === 'open') {
        navigate(`/tasks/${taskId}`);
        return;
      }
      const next = storage();
      change({ sources: next ? [sourceDraftOf(next)] : [emptySourceDraft], name: '' });
      showToast({
        tone: 'news',
        title: `“${input.name}” is being made`,
        text: 'The form keeps its labels for the next one.',
        action: { title: 'Open', run: () => navigate(`/tasks/${taskId}`) },
      });
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(undefined);
    }
  }

  async function mayWriteTo(targets: readonly Target[]): Promise<boolean> {
    for (const { storageId, prefix } of targets) {
      try {
        await workspace.targets.test(storageId, prefix);
      } catch (error) {
        setRefusal({ ...toErrorReport(error), storage: storages().find(({ id }) => id === storageId) });
        queueMicrotask(() => page?.querySelector('[data-refusal]')?.scrollIntoView({ block: 'nearest' }));
        return false;
      }
    }
    return true;
  }

  return (
    <form
      ref={(element) => {
        page = element;
      }}
      class={styles.form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void create('open');
      }}
    >
      <PageHead title="Create task" crumbs={[{ title: 'Tasks', href: '#/tasks' }]}>
        <Button busy={busy() === 'continue'} onClick={() => void create('continue')}>
          Create and continue
        </Button>
        <Button kind="primary" type="submit" busy={busy() === 'open'}>
          Create and open
        </Button>
      </PageHead>
      <Show
        when={live.error() === undefined}
        fallback={
          <Show when={live.error()}>
            {(error) => (
              <Failing what="The storages could not be read" error={error()} onRetry={live.again} />
            )}
          </Show>
        }
      >
        <FolderDrop words="Drop the folder to annotate it" onFolder={(folder) => void takeFolder(folder)} />
        <div class={styles.body}>
          <div class={styles.sections}>
            <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
            <FilesSection
              sources={draft().sources}
              previews={previews()}
              errors={errors().sources === undefined ? [] : draft().sources.map(errorOfSource)}
              storages={storages()}
              known={live.data() !== undefined}
              onChange={changeSources}
            />
            <LabelsSection
              labels={draft().labels}
              error={errors().labels}
              offers={labelOffers(live.data()?.tasks ?? [])}
              onChange={(labels) => change({ labels })}
              onBroken={(rawBroken) => change({ rawBroken })}
            />
            <Section title="Name" words="Made from the prefix">
              <TextField
                label="Name"
                value={draft().name}
                placeholder={proposedTaskName(draft().sources[0]?.prefix ?? '', storage()?.name ?? '')}
                help="Can be left as proposed, and changed later."
                onInput={(name) => change({ name })}
              />
            </Section>
            <JobsSection draft={draft()} errors={errors()} counted={counted()} onChange={change} />
            <Section title="Storages" words="Where annotations go">
              <TargetsList
                targets={draft().targets}
                taskName={
                  draft().name || proposedTaskName(draft().sources[0]?.prefix ?? '', storage()?.name ?? '')
                }
                example={counted()?.firstKeys[0] ?? 'folder/image.jpg'}
                storages={storages()}
                onChange={(targets) => change({ targets })}
              />
              <Show when={refusal()}>
                {(error) => (
                  <div data-refusal>
                    <ErrorNotice
                      error={error()}
                      actions={
                        <>
                          <AccessButton
                            storage={error().storage}
                            error={error()}
                            onDone={() => setRefusal(undefined)}
                          />
                          <Button
                            onClick={() => {
                              change({ targets: [] });
                              void create('open');
                            }}
                          >
                            Create without a target
                          </Button>
                        </>
                      }
                    />
                  </div>
                )}
              </Show>
            </Section>
          </div>
          <Summary
            draft={draft()}
            errors={errors()}
            storages={draft().sources.map(storageOf)}
            targets={draft().targets.map((target) => storages().find((each) => each.id === target.storageId))}
            counted={counted()}
          />
        </div>
      </Show>
    </form>
  );
}
