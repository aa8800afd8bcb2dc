/** Makes many tasks: one for each folder below a prefix, with the same labels, jobs and storages. */
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { wholeSource } from '#core/model/source.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';
import { useTitle } from '#web/state/use-title.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { FolderChooser } from '#web/ui/folder-chooser.tsx';
import { FolderDrop } from '#web/ui/folder-drop.tsx';
import { count, counted } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Select } from '#web/ui/select.tsx';
import { Failing } from '#web/ui/states.tsx';
import { createForm } from '../create-form.ts';
import styles from '../create-task-page.module.css';
import { emptySourceDraft, sourceDraftOf } from '../files/source-draft.ts';
import { JobsSection } from '../jobs-section.tsx';
import { labelOffers } from '../label-offers.ts';
import { LabelsSection } from '../labels-section.tsx';
import { MoreSection } from '../more-section.tsx';
import { NameSection } from '../name-section.tsx';
import { Section } from '../section.tsx';
import { TargetsSection } from '../targets-section.tsx';
import { inputOf } from '../task-draft.ts';
import { createFolderSearch, type FolderSearch } from './find-folders.ts';
import { createRun } from './create-run.ts';
import { nameFrom, namesError, templateError, usualTemplate } from './multi-draft.ts';
import { RunList } from './run-list.tsx';

export function MultiTasksPage() {
  useTitle(() => 'Create several tasks');
  const form = createForm({ copies: false });
  const run = createRun();
  const { draft, errors, live } = form;
  const [template, setTemplate] = createSignal(usualTemplate);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  let page: HTMLFormElement | undefined;
  const source = () => draft().sources[0] ?? emptySourceDraft;
  const search = createFolderSearch(() => {
    const { storageId, prefix } = source();
    return storageId === undefined ? undefined : { storageId, prefix: folderOf(prefix) };
  });
  const items = () => search.found()?.items ?? [];
  const names = createMemo(() => items().map((item, index) => nameFrom(template(), item, index)));
  const nameTrouble = () => templateError(template()) ?? namesError(names());
  const isUnder = () => run.items().length > 0;
  const filesError = () => {
    if (!tried()) return undefined;
    if (source().storageId === undefined) return 'Choose the storage the folders are in.';
    return items().length === 0 && !search.listing()
      ? 'There is no folder here to make a task of.'
      : undefined;
  };

  async function submit(): Promise<void> {
    setTried(true);
    const isRight = form.check();
    if (!isRight || items().length === 0 || nameTrouble() !== undefined || busy()) {
      queueMicrotask(() => page?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    try {
      const made = draft();
      const storageId = source().storageId;
      if (storageId === undefined || !(await form.mayWriteTo(made.targets))) return;
      const inputs = items().map(
        (item, index): CreateTaskInput =>
          inputOf(made, names()[index] ?? '', [wholeSource(storageId, item.key)], form.dimension()),
      );
      void run.start(inputs);
    } catch (error) {
      form.setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
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
        if (!isUnder()) void submit();
      }}
    >
      <PageHead title="Create several tasks" crumbs={[{ title: 'Tasks', href: '#/tasks' }]}>
        <Show when={!isUnder()}>
          <Button kind="primary" type="submit" busy={busy()}>
            {items().length === 0 ? 'Submit tasks' : `Submit ${counted(items().length, 'task')}`}
          </Button>
        </Show>
      </PageHead>
      <Switch>
        <Match when={live.error()}>
          {(error) => <Failing what="The storages could not be read" error={error()} onRetry={live.again} />}
        </Match>
        <Match when={isUnder()}>
          <RunList run={run} />
        </Match>
        <Match when={true}>
          <FolderDrop
            words="Drop the folder: each folder in it becomes a task"
            onFolder={(folder) => void form.takeFolder(folder)}
          />
          <div class={styles.sections}>
            <Show when={form.failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
            <Section title="Folders" words="Each becomes a task; nothing is copied">
              <Select
                label="Storage"
                value={String(source().storageId ?? '')}
                error={filesError()}
                options={[
                  ...(source().storageId === undefined ? [{ value: '', label: 'Choose a storage' }] : []),
                  ...form.storages().map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
                onChange={(value) => {
                  const storage = form.storages().find(({ id }) => String(id) === value);
                  if (storage) form.changeSources([sourceDraftOf(storage)]);
                }}
              />
              <FolderChooser
                label="Or a folder of this computer"
                name=""
                onChoose={(folder) => void form.takeFolder(folder)}
              />
              <TextField
                label="Prefix"
                mono
                placeholder="the whole bucket"
                value={source().prefix}
                onInput={(prefix) => form.changeSources([{ ...source(), prefix }])}
              />
              <Outcome search={search} />
            </Section>
            <Section title="Names" words="A template for all of them">
              <TextField
                label="Name template"
                mono
                value={template()}
                error={nameTrouble()}
                help="{{file_name}} is the folder’s name, {{index}} counts from 0."
                onInput={setTemplate}
              />
              <Show when={names().length > 0}>
                <p class={styles.words}>
                  {`First: ${names().slice(0, 3).join(', ')}${names().length > 3 ? ' …' : ''}`}
                </p>
              </Show>
            </Section>
            <LabelsSection
              project={form.project()}
              labels={draft().labels}
              error={errors().labels}
              offers={labelOffers([...(live.data()?.tasks ?? []), ...(live.data()?.projects ?? [])])}
              onChange={(labels) => form.change({ labels })}
              onBroken={(rawBroken) => form.change({ rawBroken })}
            />
            <NameSection
              draft={draft()}
              errors={errors()}
              proposed=""
              named={false}
              projects={live.data()?.projects ?? []}
              subsets={form.subsets()}
              onChange={form.change}
              onProject={form.chooseProject}
            />
            <JobsSection draft={draft()} errors={errors()} counted={undefined} onChange={form.change} />
            <TargetsSection form={form} onWithout={() => void submit()} />
            <MoreSection draft={draft()} errors={errors()} onChange={form.change} />
          </div>
        </Match>
      </Switch>
    </form>
  );
}

function folderOf(prefix: string): string {
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}

function Outcome(props: { search: FolderSearch }) {
  return (
    <div aria-live="polite" class={styles.words}>
      <Switch>
        <Match when={props.search.error()}>
          {(error) => (
            <ErrorNotice
              error={error()}
              actions={<Button onClick={() => props.search.again()}>Try again</Button>}
            />
          )}
        </Match>
        <Match when={props.search.listing()}>Looking for folders</Match>
        <Match when={props.search.found()}>
          {(found) => (
            <>
              <p>
                {found().items.length === 0
                  ? 'No folder here. Try another prefix.'
                  : `${found().more ? 'The first ' : ''}${counted(found().items.length, 'folder')}: ${found()
                      .items.slice(0, 5)
                      .map(({ fileName }) => fileName)
                      .join(', ')}${found().items.length > 5 ? ' …' : ''}`}
              </p>
              <Show when={found().videos > 0}>
                <p>{`${count(found().videos)} videos are left out: their frames cannot be shown yet, so they cannot be tasks.`}</p>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
