/** Makes a project: a name and labels; the rest can wait. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { labelOffers, looked } from '#web/pages/create-task/label-offers.ts';
import { Section } from '#web/pages/create-task/section.tsx';
import { LabelsEditor } from '#web/pages/labels/labels-editor.tsx';
import { TargetsList } from '#web/pages/targets/targets-list.tsx';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Failing } from '#web/ui/states.tsx';
import {
  emptyProjectDraft,
  errorsOfProject,
  type ProjectDraft,
  type ProjectErrors,
  projectInputOf,
} from './project-draft.ts';
import styles from './project.module.css';
import { SourceList } from './source-list.tsx';

export function CreateProjectPage() {
  useTitle(() => 'Create project');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [draft, setDraft] = createSignal<ProjectDraft>(emptyProjectDraft);
  const [errors, setErrors] = createSignal<ProjectErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal<'open' | 'continue'>();
  let page: HTMLFormElement | undefined;
  const live = createLive(
    () => true,
    async () => ({
      storages: await workspace.storages.list(),
      tasks: await workspace.tasks.recent(looked),
      projects: await workspace.projects.list(),
    }),
  );
  const storages = () => live.data()?.storages ?? [];

  function change(fields: Partial<ProjectDraft>): void {
    setDraft({ ...draft(), ...fields });
    setErrors({});
    setFailure(undefined);
  }
  async function create(then: 'open' | 'continue'): Promise<void> {
    if (busy() !== undefined) return;
    const found = errorsOfProject(draft());
    setErrors(found);
    if (Object.keys(found).length > 0) {
      queueMicrotask(() => page?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(then);
    try {
      const input = projectInputOf(draft());
      const id = await workspace.projects.create(input);
      if (then === 'open') {
        navigate(`/projects/${id}`);
        return;
      }
      change({ name: '' });
      showToast({
        tone: 'ok',
        title: `“${input.name}” is made`,
        text: 'The form keeps the rest for the next one.',
        action: { title: 'Open', run: () => navigate(`/projects/${id}`) },
      });
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(undefined);
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
      <PageHead title="Create project" crumbs={[{ title: 'Projects', href: '#/projects' }]}>
        <Button busy={busy() === 'continue'} onClick={() => void create('continue')}>
          Create and continue
        </Button>
        <Button kind="primary" type="submit" busy={busy() === 'open'}>
          Create and open
        </Button>
      </PageHead>
      <div class={styles.sections}>
        <Show when={live.error()}>
          {(error) => <Failing what="The storages could not be read" error={error()} onRetry={live.again} />}
        </Show>
        <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
        <Section title="Name" words="What its tasks have in common">
          <TextField
            label="Name"
            value={draft().name}
            error={errors().name}
            onInput={(name) => change({ name })}
          />
        </Section>
        <Section
          title="Labels"
          words={
            draft().labels.length === 0
              ? 'In force for all its tasks'
              : `${counted(draft().labels.length, 'label')}, in force for all its tasks`
          }
        >
          <LabelsEditor
            labels={draft().labels}
            error={errors().labels}
            offers={labelOffers([...(live.data()?.projects ?? []), ...(live.data()?.tasks ?? [])])}
            onChange={(labels) => change({ labels })}
            onBroken={(rawBroken) => change({ rawBroken })}
          />
        </Section>
        <Section title="Storages" words="Proposed to each new task">
          <SourceList
            sources={draft().sources}
            storages={storages()}
            onChange={(sources) => change({ sources })}
          />
          <TargetsList
            targets={draft().targets}
            taskName={draft().name || 'task'}
            example="folder/image.jpg"
            storages={storages()}
            onChange={(targets) => change({ targets })}
          />
        </Section>
        <Section title="More" words="Can be left out">
          <TextField
            label="Bug tracker"
            inputMode="url"
            placeholder="https://"
            value={draft().bugTracker}
            error={errors().bugTracker}
            onInput={(bugTracker) => change({ bugTracker })}
          />
        </Section>
      </div>
    </form>
  );
}
