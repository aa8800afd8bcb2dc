/** Asks the browser for a folder again. Only where that is not enough, there is something to see. */
import { createSignal, onMount, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { checkAgain } from '#web/state/checks.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { FolderChooser } from '#web/ui/folder-chooser.tsx';
import { addressOf } from '#web/state/storage-words.ts';

interface AllowFolderDialogProps {
  storage: Storage;
  onClose: () => void;
}

export function AllowFolderDialog(props: AllowFolderDialogProps) {
  const workspace = useWorkspace();
  const [answer, setAnswer] = createSignal<'refused' | 'choose'>();
  const [failure, setFailure] = createSignal<ErrorReport>();

  function goOn(): void {
    void checkAgain(workspace, props.storage.id);
    void workspace.targets.retry();
    showToast({
      tone: 'ok',
      title: `“${props.storage.name}” can be read again`,
      text: 'What waited goes on.',
    });
    props.onClose();
  }
  async function ask(): Promise<void> {
    try {
      const given = await workspace.folders.askAgain(props.storage.id);
      if (given === 'allowed') goOn();
      else setAnswer(given);
    } catch (error) {
      setFailure(toErrorReport(error));
      setAnswer('choose');
    }
  }
  async function lend({ access }: LentFolder): Promise<void> {
    setFailure(undefined);
    try {
      await workspace.folders.lendAgain(props.storage.id, access);
      goOn();
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  // Still within the click that opened this: browsers answer to nothing else.
  onMount(() => void ask());

  return (
    <Show when={answer()}>
      {(given) => (
        <Dialog
          title={`Allow “${props.storage.name}” again`}
          onClose={() => props.onClose()}
          foot={
            <>
              <Button kind="ghost" size="form" onClick={() => props.onClose()}>
                Cancel
              </Button>
              <Show when={given() === 'refused'}>
                <Button kind="primary" size="form" onClick={() => void ask()}>
                  Ask again
                </Button>
              </Show>
            </>
          }
        >
          <p>
            {given() === 'refused'
              ? 'The browser did not allow it. Where it does not ask any more, reset the permissions of this page beside its address, or choose the folder again.'
              : `The files of ${addressOf(props.storage.settings)} were lent until their tab was closed or loaded anew. Everything annotated so far is on this device.`}
          </p>
          <FolderChooser
            label="The same folder"
            name=""
            help="Some names and sizes are compared with what was lent before."
            onChoose={(folder) => void lend(folder)}
          />
          <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
        </Dialog>
      )}
    </Show>
  );
}
