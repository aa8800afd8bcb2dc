/** Copies files into a folder on this device: chosen or dropped, with progress, and what was not copied named. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import Upload from 'lucide-solid/icons/upload';
import { createSignal, createUniqueId, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import type { Findings } from '#core/model/request.ts';
import type { Storage } from '#core/model/storage.ts';
import type { AddedFile } from '#core/workspace/add-files.ts';
import { checkAgain } from '#web/state/checks.ts';
import { FindingsList } from '#web/pages/requests/findings-list.tsx';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { bytes, count, counted } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './add-files-dialog.module.css';
import { chosenFiles, droppedFiles } from './dropped-files.ts';

interface AddFilesDialogProps {
  storage: Storage;
  /** What was dropped on the card; copied at once. */
  dropped: readonly AddedFile[];
  onClose: () => void;
}

export function AddFilesDialog(props: AddFilesDialogProps) {
  const workspace = useWorkspace();
  const stop = new AbortController();
  const [copying, setCopying] = createSignal<readonly AddedFile[]>();
  const [done, setDone] = createSignal({ files: 0, bytes: 0 });
  const [notCopied, setNotCopied] = createSignal<Findings>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const running = () => copying() !== undefined && notCopied() === undefined && failure() === undefined;

  onMount(() => props.dropped.length > 0 && void copy(props.dropped));
  onCleanup(() => stop.abort());

  async function copy(files: readonly AddedFile[]): Promise<void> {
    if (running() || files.length === 0) return;
    const { id, settings } = props.storage;
    setDone({ files: 0, bytes: 0 });
    setNotCopied(undefined);
    setFailure(undefined);
    setCopying(files);
    try {
      const options = { prefix: settings.prefix, signal: stop.signal, onProgress: setDone };
      setNotCopied(await workspace.storages.addFiles(id, files, options));
    } catch (error) {
      if (!isAbort(error)) setFailure(toErrorReport(error));
    } finally {
      void checkAgain(workspace, id);
    }
  }

  return (
    <Dialog
      title={`Add files to “${props.storage.name}”`}
      width={640}
      onClose={() => props.onClose()}
      footWords="They are copied. They stay in this browser and count against its space."
      foot={
        <Button size="form" onClick={() => props.onClose()}>
          {running() ? 'Cancel' : 'Close'}
        </Button>
      }
    >
      <Show when={!running()}>
        <Chooser onFiles={(files) => void copy(files)} />
      </Show>
      <div class={styles.outcome} aria-live="polite">
        <Switch>
          <Match when={failure()}>{(error) => <ErrorNotice error={error()} />}</Match>
          <Match when={running() && copying()}>
            {(files) => (
              <>
                <Badge tone="accent">
                  {`Copied ${count(done().files)} of ${counted(files().length, 'file')}, ${bytes(done().bytes)} of ${bytes(sizeOf(files()))}`}
                </Badge>
                <ProgressBar
                  label="Copying"
                  parts={[{ share: done().files / files().length, tone: 'running' }]}
                />
              </>
            )}
          </Match>
          <Match when={notCopied()}>
            {(rest) => <Outcome copied={(copying()?.length ?? 0) - rest().total} notCopied={rest()} />}
          </Match>
        </Switch>
      </div>
    </Dialog>
  );
}

function Chooser(props: { onFiles: (files: readonly AddedFile[]) => void }) {
  const [over, setOver] = createSignal(false);
  const inputId = createUniqueId();
  return (
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
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(props.onFiles);
      }}
    >
      <Icon of={Upload} size={20} />
      <span>Drop files or folders here, or choose files</span>
      <input
        id={inputId}
        type="file"
        multiple
        class="visually-hidden"
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget.files);
          // The same files can be chosen again.
          event.currentTarget.value = '';
          props.onFiles(files);
        }}
      />
    </label>
  );
}

function Outcome(props: { copied: number; notCopied: Findings }) {
  return (
    <>
      <Show when={props.copied > 0}>
        <Badge tone="ok" icon={CircleCheck}>
          {`Copied ${counted(props.copied, 'file')}`}
        </Badge>
      </Show>
      <Show when={props.notCopied.total > 0}>
        <Badge tone="warn" icon={TriangleAlert}>
          {`Not copied: ${counted(props.notCopied.total, 'file')}`}
        </Badge>
        <FindingsList findings={props.notCopied} />
      </Show>
    </>
  );
}

function sizeOf(files: readonly AddedFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}
