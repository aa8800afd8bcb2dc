/** The line above the canvas: the way back, the job's state, undo, where the work is, and finishing. */
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import Check from 'lucide-solid/icons/check';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Redo2 from 'lucide-solid/icons/redo-2';
import Undo2 from 'lucide-solid/icons/undo-2';
import { Show } from 'solid-js';
import { type JobState, jobStates } from '#core/model/job.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import type { Editor } from './create-editor.ts';
import { SaveState } from './save-state.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  editor: Editor;
  state: JobState;
  onState: (state: JobState) => void;
  onTakeOver: () => void;
}

export function TopBar(props: TopBarProps) {
  const done = () => (props.editor.revision(), props.editor.session.history.done.at(-1));
  const undone = () => (props.editor.revision(), props.editor.session.history.undone.at(-1));
  return (
    <header class={styles.bar}>
      <a
        class={styles.back}
        href={`#/tasks/${props.editor.task.id}`}
        aria-label={`Back to ${props.editor.task.name}`}
      >
        <Icon of={ArrowLeft} />
        <span class={styles.task}>{props.editor.task.name}</span>
      </a>
      <Icon of={ChevronRight} size={14} class={styles.divider} />
      <h1 class={styles.job}>Job {props.editor.job.id}</h1>
      <BareSelect
        label="State of the job"
        quiet
        value={props.state}
        options={jobStates.map((state) => ({ value: state, label: state }))}
        onChange={props.onState}
      />
      <span class={styles.line} />
      <IconButton
        label={done() ? `Undo: ${done()?.name}` : 'Nothing to undo'}
        keys="$mod+z"
        icon={Undo2}
        disabled={!done() || props.editor.readOnly()}
        onClick={() => void props.editor.undo()}
      />
      <IconButton
        label={undone() ? `Redo: ${undone()?.name}` : 'Nothing to redo'}
        keys="$mod+Shift+z"
        icon={Redo2}
        disabled={!undone() || props.editor.readOnly()}
        onClick={() => void props.editor.redo()}
      />
      <span class={styles.line} />
      <SaveState editor={props.editor} onTakeOver={props.onTakeOver} />
      <span class={styles.gap} />
      <Show
        when={props.state !== 'completed'}
        fallback={<Button onClick={() => props.onState('in progress')}>Reopen the job</Button>}
      >
        <Button kind="primary" icon={Check} onClick={() => props.onState('completed')}>
          Finish the job
        </Button>
      </Show>
    </header>
  );
}
