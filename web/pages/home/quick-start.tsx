/** From a storage to the first frame in one step: what is there, labels, where results go. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import X from 'lucide-solid/icons/x';
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Label } from '#core/model/label.ts';
import { wholeSource } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import { defaultCut } from '#core/model/task.ts';
import { createPreview } from '#web/pages/create-task/create-preview.ts';
import {
  framesSeen,
  isMixed,
  mediaSeen,
  mixWords,
  noCloudEditor,
  proposedDimension,
} from '#web/pages/create-task/media-draft.ts';
import { SourceOutcome } from '#web/pages/create-task/files/source-outcome.tsx';
import { looked } from '#web/pages/create-task/label-offers.ts';
import { proposedTaskName } from '#web/pages/create-task/task-draft.ts';
import { readAnyLabels } from '#web/pages/labels/read-labels.ts';
import { targetIn } from '#web/pages/targets/targets-list.tsx';
import { createLive } from '#web/state/create-live.ts';
import { makingOf } from '#web/state/request-words.ts';
import { isUsualTarget } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { Field, inputClass } from '#web/ui/field.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { count, counted } from '#web/ui/format.ts';
import styles from './quick-start.module.css';

/** Among more tasks of a storage the same one is not looked for. */
const most = 1000;

interface QuickStartProps {
  storage: Storage;
  prefix: string;
  onClose: () => void;
}

export function QuickStart(props: QuickStartProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [text, setText] = createSignal('');
  /** Of another task, with their attributes; until something else is typed. */
  const [taken, setTaken] = createSignal<readonly Label[]>();
  const [tried, setTried] = createSignal(false);
  const [writes, setWrites] = createSignal(true);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<ErrorReport>();
  const live = createLive(
    () => true,
    async () => workspace.tasks.recent(looked),
  );
  const tasks = () => live.data() ?? [];
  const using = createLive(
    () => props.storage.id,
    async (id) => workspace.tasks.usingStorage(id, most),
  );
  const source = createMemo(() => wholeSource(props.storage.id, props.prefix));
  const preview = createPreview(source, () => defaultCut.sorting);
  const seen = () => mediaSeen([preview.counted()]);
  const dimension = () => proposedDimension(seen());
  const read = createMemo(() => readAnyLabels(text()));
  const labels = () => {
    const chosen = taken();
    if (chosen) return chosen;
    const known = read();
    return known.ok ? known.labels : [];
  };
  const error = () => {
    const known = read();
    const [first] = known.ok ? [] : known.errors;
    if (first) return `Line ${first.line}, column ${first.column}: ${first.what}.`;
    return tried() && labels().length === 0 ? 'What one draws needs a name.' : undefined;
  };
  const lastUsed = () => tasks().find((task) => task.labels.length > 0);
  const target = () => (isUsualTarget(props.storage.settings) ? targetIn(props.storage) : undefined);
  /** A task of exactly this, with labels: then nothing is missing. */
  const same = () =>
    (using.data() ?? []).find(
      ({ sources: [first, ...others] }) =>
        first?.storageId === props.storage.id && first.prefix === props.prefix && others.length === 0,
    );

  async function annotate(): Promise<void> {
    setTried(true);
    if (busy() || labels().length === 0 || error() !== undefined) return;
    setBusy(true);
    try {
      const to = writes() ? target() : undefined;
      if (to) await workspace.targets.test(to.storageId, to.prefix);
      const { taskId } = await workspace.tasks.create({
        name: proposedTaskName(props.prefix, props.storage.name),
        labels: labels(),
        sources: [source()],
        targets: to ? [to] : [],
        segmentSize: usualJob,
        dimension: dimension(),
      });
      await open(taskId);
    } catch (caught) {
      setFailure(toErrorReport(caught));
      setBusy(false);
    }
  }
  /** Its first job as soon as there is one; its page where there is none. */
  async function open(taskId: number): Promise<void> {
    const end = workspace.watch(
      async () => {
        const [job] = await workspace.jobs.ofTask(taskId);
        const making = makingOf(taskId, await workspace.requests.ofTask(taskId));
        return { job, ended: making?.status === 'failed' || making?.status === 'cancelled' };
      },
      ({ job, ended }) => {
        if (!job && !ended) return;
        end();
        navigate(job && dimension() === '2d' ? `/jobs/${job.id}` : `/tasks/${taskId}`);
      },
      () => navigate(`/tasks/${taskId}`),
    );
  }
  const words = (): string => {
    const found = preview.counted();
    if (!found) return 'Annotate';
    const { frames } = framesSeen(found, dimension());
    if (frames === 0) return 'Annotate';
    if (dimension() === '3d') return `Create a task of ${counted(frames, 'point cloud')}`;
    return found.more ? `Annotate ${count(frames)} images or more` : `Annotate ${counted(frames, 'image')}`;
  };
  return (
    <form
      class={styles.panel}
      aria-label="Quick start"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void annotate();
      }}
    >
      <div class={styles.head}>
        <h2
          class={styles.title}
        >{`${props.storage.name}${props.prefix === '' ? '' : `, ${props.prefix}`}`}</h2>
        <IconButton label="Close the quick start" icon={X} onClick={() => props.onClose()} />
      </div>
      <div aria-live="polite">
        <SourceOutcome storage={props.storage} preview={preview} reading="objects" dimension={dimension()} />
        <Show when={isMixed(seen())}>
          <p class={styles.words}>{mixWords(seen(), dimension())}</p>
        </Show>
        <Show when={dimension() === '3d'}>
          <p class={styles.words}>{noCloudEditor}</p>
        </Show>
      </div>
      <Show when={same()}>
        {(task) => (
          <div class={styles.line}>
            <Badge tone="quiet" icon={CircleCheck}>{`“${task().name}” is made of these already.`}</Badge>
            <LinkButton href={`#/tasks/${task().id}`}>Open it</LinkButton>
          </div>
        )}
      </Show>
      <Field
        label="Labels"
        error={error()}
        help="Names with commas, or labels of CVAT or Label Studio as they are."
        control={(ids) => (
          <textarea
            id={ids.id}
            class={inputClass()}
            rows={2}
            spellcheck={false}
            placeholder="person, forklift, pallet"
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            value={text()}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setTaken(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || /^\s*[[{<]/.test(text())) return;
              event.preventDefault();
              void annotate();
            }}
          />
        )}
      />
      <Show when={text() === '' && lastUsed()}>
        {(task) => (
          <div>
            <Button
              kind="ghost"
              onClick={() => {
                setText(
                  task()
                    .labels.map(({ name }) => name)
                    .join(', '),
                );
                setTaken(structuredClone(unwrap(task().labels)));
              }}
            >
              {`The last used: ${task()
                .labels.slice(0, 4)
                .map(({ name }) => name)
                .join(', ')}${task().labels.length > 4 ? ' …' : ''}`}
            </Button>
          </div>
        )}
      </Show>
      <For each={notices(read())}>{(notice) => <p class={styles.notice}>{notice}</p>}</For>
      <Show
        when={target()}
        fallback={<p class={styles.words}>Results stay on this device until they are exported.</p>}
      >
        {(to) => (
          <Checkbox
            label={`Results go to ${to().prefix} in the same storage`}
            checked={writes()}
            onChange={setWrites}
          />
        )}
      </Show>
      <Show when={failure()}>{(report) => <ErrorNotice error={report()} />}</Show>
      <div class={styles.line}>
        <Button kind="primary" size="form" type="submit" busy={busy()}>
          {words()}
        </Button>
        <LinkButton
          kind="ghost"
          href={`#/tasks/new?storage=${props.storage.id}&prefix=${encodeURIComponent(props.prefix)}`}
        >
          More choices
        </LinkButton>
      </div>
    </form>
  );
}

const usualJob = 240;

function notices(read: ReturnType<typeof readAnyLabels>): readonly string[] {
  return read.ok ? read.notices : [];
}
