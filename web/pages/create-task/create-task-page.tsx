/** Makes a task: files, labels, name, jobs, storages; everything but the labels has a default. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js';
import { isAbort, toErrorReport } from '#core/errors.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { FolderDrop } from '#web/ui/folder-drop.tsx';
import { bytes, count } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Failing } from '#web/ui/states.tsx';
import { createForm } from './create-form.ts';
import styles from './create-task-page.module.css';
import type { CopyProgress } from './files/copy-files.ts';
import { FilesSection } from './files/files-section.tsx';
import { noLocalFiles } from './files/local-items.ts';
import { emptySourceDraft, sourceDraftOf } from './files/source-draft.ts';
import { focusField, focusFirstError } from './focus-field.ts';
import { JobsSection } from './jobs-section.tsx';
import { labelOffers } from './label-offers.ts';
import { LabelsSection } from './labels-section.tsx';
import { makeSources } from './make-source.ts';
import { MoreSection } from './more-section.tsx';
import { NameSection } from './name-section.tsx';
import { Summary } from './summary.tsx';
import { TargetsSection } from './targets-section.tsx';
import { inputOf } from './task-draft.ts';

export function CreateTaskPage() {
  useTitle(() => 'Create task');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const form = createForm();
  const { draft, errors, live } = form;
  const [busy, setBusy] = createSignal<'open' | 'continue'>();
  const [copying, setCopying] = createSignal<CopyProgress>();
  let stop = new AbortController();
  let page: HTMLFormElement | undefined;
  onCleanup(() => stop.abort());

  async function create(then: 'open' | 'continue'): Promise<void> {
    if (busy() !== undefined) return;
    if (!form.check()) {
      queueMicrotask(() => focusFirstError(page));
      return;
    }
    setBusy(then);
    stop = new AbortController();
    const made = draft();
    const dimension = form.dimension();
    const name = made.name.trim() || form.proposed();
    try {
      if (!(await form.mayWriteTo(made.targets))) return;
      if (made.origin === 'computer') setCopying({ files: 0, bytes: 0 });
      const options = { signal: stop.signal, onProgress: setCopying };
      const sources = await makeSources(workspace, made, name, options);
      const { taskId } = await workspace.tasks.create(inputOf(made, name, sources, dimension));
      if (then === 'open') {
        navigate(`/tasks/${taskId}`);
        return;
      }
      const next = form.storage();
      form.change({
        sources: next ? [sourceDraftOf(next)] : [emptySourceDraft],
        files: noLocalFiles,
        urls: '',
        name: '',
        jobFiles: '',
      });
      showToast({
        tone: 'news',
        title: `“${name}” is being made`,
        text: 'The form keeps its labels for the next one.',
        action: { title: 'Open', run: () => navigate(`/tasks/${taskId}`) },
      });
    } catch (error) {
      if (!isAbort(error)) form.setFailure(toErrorReport(error));
    } finally {
      setBusy(undefined);
      setCopying(undefined);
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
        void create('open');
      }}
    >
      <PageHead title="Create task" crumbs={[{ title: 'Tasks', href: '#/tasks' }]}>
        <LinkButton kind="ghost" href={`#/tasks/new?multi${projectPart(draft().projectId)}`}>
          Several tasks…
        </LinkButton>
        <Button busy={busy() === 'continue'} onClick={() => void create('continue')}>
          Create and continue
        </Button>
        <Button kind="primary" type="submit" busy={busy() === 'open'}>
          Create and open
        </Button>
      </PageHead>
      <Switch>
        <Match when={live.error()}>
          {(error) => <Failing what="The storages could not be read" error={error()} onRetry={live.again} />}
        </Match>
        <Match when={true}>
          <FolderDrop
            words="Drop the folder to annotate it"
            onFolder={(folder) => void form.takeFolder(folder)}
          />
          <div class={styles.body}>
            <div class={styles.sections}>
              <Show when={form.failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
              <Show when={copying()}>
                {(done) => (
                  <Copying
                    done={done()}
                    total={draft().files.items.length}
                    onCancel={() => stop.abort(new DOMException('Cancelled', 'AbortError'))}
                  />
                )}
              </Show>
              <FilesSection
                draft={draft()}
                errors={errors()}
                previews={form.previews()}
                dimension={form.dimension()}
                storages={form.storages()}
                known={live.data() !== undefined}
                onChange={form.change}
                onSources={form.changeSources}
                onFolder={(folder) => void form.takeFolder(folder)}
              />
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
                proposed={form.proposed()}
                projects={live.data()?.projects ?? []}
                subsets={form.subsets()}
                onChange={form.change}
                onProject={form.chooseProject}
              />
              <JobsSection
                draft={draft()}
                errors={errors()}
                counted={form.counted()}
                onChange={form.change}
              />
              <TargetsSection form={form} onWithout={() => void create('open')} />
              <MoreSection draft={draft()} errors={errors()} onChange={form.change} />
            </div>
            <Summary form={form} onField={(field) => focusField(page, field)} />
          </div>
        </Match>
      </Switch>
    </form>
  );
}

function projectPart(id: number | undefined): string {
  return id === undefined ? '' : `&project=${id}`;
}

function Copying(props: { done: CopyProgress; total: number; onCancel: () => void }) {
  return (
    <div class={styles.copying} role="status">
      <span>
        {`Copying ${count(props.done.files)} of ${count(props.total)} files onto this device, ${bytes(props.done.bytes)}`}
        <ProgressBar
          label="Copying files"
          parts={[{ share: props.done.files / Math.max(1, props.total), tone: 'running' }]}
        />
      </span>
      <Button onClick={() => props.onCancel()}>Cancel</Button>
    </div>
  );
}
