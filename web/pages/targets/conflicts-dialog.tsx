/** Where somebody else wrote in between: both sides of each, and whose is taken. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Task } from '#core/model/task.ts';
import type { ConflictSides } from '#core/workspace/workspace.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { count, counted, nameEnd } from '#web/ui/format.ts';
import { Time } from '#web/ui/time.tsx';
import styles from './conflicts-dialog.module.css';
import { SidePicture } from './side-picture.tsx';

/** Conflicts drawn at a time; the rest follows when these are decided. */
const mostShown = 50;

type Shapes = ConflictSides['ours'];

export function ConflictsDialog(props: { task: Task; onClose: () => void }) {
  const workspace = useWorkspace();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const [turn, setTurn] = createSignal(0);
  const live = createLive(
    () => ({ id: props.task.id, turn: turn() }),
    ({ id }) => workspace.targets.conflicts(id),
  );

  async function decide(conflicts: readonly ConflictSides[], take: 'ours' | 'theirs'): Promise<void> {
    if (busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      for (const { taskId, storageId, frame } of conflicts) {
        await workspace.targets.resolve(taskId, storageId, frame, take);
      }
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
      setTurn(turn() + 1);
    }
  }

  return (
    <Dialog
      title={`Written by somebody else: ${counted(live.data()?.length ?? 0, 'conflict')}`}
      width={860}
      onClose={() => props.onClose()}
      footWords="Nothing is overwritten before you say so. What you take the place of stays in the undo of its job."
      foot={
        <>
          <Show when={(live.data()?.length ?? 0) > 1}>
            <Button size="form" busy={busy()} onClick={() => void decide(live.data() ?? [], 'theirs')}>
              Take theirs for all
            </Button>
            <Button size="form" busy={busy()} onClick={() => void decide(live.data() ?? [], 'ours')}>
              Keep mine for all
            </Button>
          </Show>
          <Button size="form" onClick={() => props.onClose()}>
            Close
          </Button>
        </>
      }
    >
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
      <Show when={live.data()?.length === 0}>
        <p>Nothing is left to decide.</p>
      </Show>
      <ul class={styles.list}>
        <For each={(live.data() ?? []).slice(0, mostShown)}>
          {(conflict) => (
            <li class={styles.conflict} aria-label={conflict.key}>
              <div class={styles.head}>
                <span class={styles.key} title={conflict.key}>
                  {nameEnd(conflict.key, 60)}
                </span>
                <span class={styles.quiet}>
                  {`frame ${count(conflict.frame)}, found `}
                  <Time of={conflict.at} />
                </span>
              </div>
              <div class={styles.sides}>
                <Side title="Mine, on this device" conflict={conflict} shapes={conflict.ours}>
                  <Button busy={busy()} onClick={() => void decide([conflict], 'ours')}>
                    Keep mine
                  </Button>
                </Side>
                <Side title="Theirs, in the target" conflict={conflict} shapes={conflict.theirShapes}>
                  <Button
                    busy={busy()}
                    disabledReason={
                      conflict.theirs !== undefined && conflict.theirShapes === undefined
                        ? 'It is no file that Bucketmark wrote'
                        : undefined
                    }
                    onClick={() => void decide([conflict], 'theirs')}
                  >
                    {conflict.theirs === undefined ? 'Take mine away too' : 'Take theirs'}
                  </Button>
                </Side>
              </div>
            </li>
          )}
        </For>
      </ul>
      <Show when={(live.data()?.length ?? 0) > mostShown}>
        <p class={styles.quiet}>{`And ${count((live.data()?.length ?? 0) - mostShown)} more.`}</p>
      </Show>
    </Dialog>
  );
}

interface SideProps {
  title: string;
  conflict: ConflictSides;
  shapes: Shapes | undefined;
  children: JSX.Element;
}

function Side(props: SideProps) {
  return (
    <div class={styles.side}>
      <p class={styles.title}>{props.title}</p>
      <SidePicture conflict={props.conflict} shapes={props.shapes ?? []} />
      <p>{sideWords(props.conflict, props.shapes)}</p>
      <div>{props.children}</div>
    </div>
  );
}

function sideWords(conflict: ConflictSides, shapes: Shapes | undefined): string {
  if (!shapes)
    return conflict.theirs === undefined ? 'Removed there' : 'Another file, not written by Bucketmark';
  const byLabel = new Map<string, number>();
  for (const { label } of shapes) byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
  const labels = [...byLabel].map(([label, number]) => `${count(number)} ${label}`).join(', ');
  return shapes.length === 0 ? 'No object' : `${counted(shapes.length, 'object')}: ${labels}`;
}
