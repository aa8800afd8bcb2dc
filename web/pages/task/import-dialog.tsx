/** Imports a file of annotations: chosen or dropped, run as a request, and what was not taken named. */
import Upload from 'lucide-solid/icons/upload';
import { createSignal, createUniqueId, Match, Show, Switch } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { RequestId } from '#core/model/ids.ts';
import { coco } from '#core/formats/registry.ts';
import type { Job } from '#core/model/job.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { createLive } from '#web/state/create-live.ts';
import { isActive } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { FindingsList } from '#web/pages/requests/findings-list.tsx';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { bytes } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';

import styles from './import-dialog.module.css';
import { JobSelect } from './job-select.tsx';

export function ImportDialog(props: { task: Task; jobs: readonly Job[]; onClose: () => void }) {
  const workspace = useWorkspace();
  const [file, setFile] = createSignal<File>();
  const [jobId, setJobId] = createSignal('');
  const [over, setOver] = createSignal(false);
  const [requestId, setRequestId] = createSignal<RequestId>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const inputId = createUniqueId();
  const running = createLive(requestId, async (id) => (await workspace.requests.many([id]))[0]);

  async function start(): Promise<void> {
    const chosen = file();
    if (!chosen || requestId() !== undefined) return;
    setFailure(undefined);
    try {
      const id = await workspace.requests.importAnnotations({
        taskId: props.task.id,
        ...(jobId() === '' ? {} : { jobId: Number(jobId()) }),
        format: coco.id,
        file: chosen,
      });
      setRequestId(id);
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }

  return (
    <Dialog
      title={`Import into “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void start()}
      footWords="Boxes are added to what is there. The whole file is read before anything is changed."
      foot={
        <Show
          when={requestId() === undefined}
          fallback={
            <Button size="form" onClick={() => props.onClose()}>
              Close
            </Button>
          }
        >
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button
            kind="primary"
            size="form"
            type="submit"
            disabledReason={file() ? undefined : 'Choose a file first'}
          >
            Import the file
          </Button>
        </Show>
      }
    >
      <Show
        when={requestId() === undefined}
        fallback={<Show when={running.data()}>{(request) => <Outcome request={request()} />}</Show>}
      >
        <label
          for={inputId}
          class={cx(styles.drop, over() && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            setFile(event.dataTransfer?.files[0]);
          }}
        >
          <Icon of={Upload} size={20} />
          <span>
            <Show when={file()} fallback={`Drop a ${coco.name} file here, or choose one`}>
              {(chosen) => `${chosen().name}, ${bytes(chosen().size)}`}
            </Show>
          </span>
          <input
            id={inputId}
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        </label>
        <JobSelect label="Into" jobs={props.jobs} value={jobId()} onChange={setJobId} />
        <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
      </Show>
    </Dialog>
  );
}

function Outcome(props: { request: RequestRecord }) {
  return (
    <div class={styles.outcome} aria-live="polite">
      <Switch>
        <Match when={isActive(props.request)}>
          <Badge tone="accent">{props.request.progress.words || 'Waiting to begin'}</Badge>
          <ProgressBar
            label="Importing"
            parts={
              props.request.progress.share === undefined
                ? undefined
                : [{ share: props.request.progress.share, tone: 'running' }]
            }
          />
        </Match>
        <Match when={props.request.error}>{(error) => <ErrorNotice error={error()} />}</Match>
        <Match when={props.request.result}>
          {(result) => (
            <>
              <Badge
                tone={(result().findings?.total ?? 0) > 0 ? 'warn' : 'ok'}
                icon={(result().findings?.total ?? 0) > 0 ? TriangleAlert : CircleCheck}
              >
                {result().words}
              </Badge>
              <Show when={result().findings}>{(findings) => <FindingsList findings={findings()} />}</Show>
            </>
          )}
        </Match>
        <Match when={props.request.status === 'cancelled'}>
          <p>Cancelled. Nothing was changed.</p>
        </Match>
      </Switch>
    </div>
  );
}
