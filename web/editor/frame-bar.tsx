/** The line below the canvas: to the next and previous frame, to any frame by number, and where one is. */
import Braces from 'lucide-solid/icons/braces';
import ChevronFirst from 'lucide-solid/icons/chevron-first';
import ChevronLast from 'lucide-solid/icons/chevron-last';
import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import ChevronsLeft from 'lucide-solid/icons/chevrons-left';
import ChevronsRight from 'lucide-solid/icons/chevrons-right';
import Copy from 'lucide-solid/icons/copy';
import { createSignal, lazy, Show } from 'solid-js';
import { placeOf } from '#core/model/job-frames.ts';
import { IconButton } from '#web/ui/button.tsx';
import { copyText } from '#web/ui/copy.ts';
import { count, nameEnd } from '#web/ui/format.ts';
import type { Editor } from './create-editor.ts';
import styles from './frame-bar.module.css';

const ItemDialog = lazy(async () => ({
  default: (await import('./item-dialog.tsx')).ItemDialog,
}));

export function FrameBar(props: { editor: Editor }) {
  const { job, task, entries, goTo, goBy, frame } = props.editor;
  const [showsItem, setShowsItem] = createSignal(false);
  const key = () => entries[frame() - job.startFrame]?.key ?? '';
  const atStart = () => frame() === job.startFrame;
  const atEnd = () => frame() === job.stopFrame;
  const length = job.stopFrame - job.startFrame + 1;
  const where = () => {
    const { frames } = job;
    if (frames) return `${count(placeOf(frames, frame()) + 1)} of ${count(frames.length)} chosen`;
    return job.startFrame === 0 ? `of ${count(length)}` : `to ${count(job.stopFrame)}`;
  };
  return (
    <nav class={styles.bar} aria-label="Frames">
      <IconButton
        label="First frame"
        icon={ChevronFirst}
        disabled={atStart()}
        onClick={() => goTo(job.startFrame)}
      />
      <IconButton
        label="10 frames back"
        keys="c"
        icon={ChevronsLeft}
        disabled={atStart()}
        onClick={() => goBy(-10)}
      />
      <IconButton
        label="Previous frame"
        keys="d"
        icon={ChevronLeft}
        disabled={atStart()}
        onClick={() => goBy(-1)}
      />
      <IconButton
        label="Next frame"
        keys="f"
        icon={ChevronRight}
        disabled={atEnd()}
        onClick={() => goBy(1)}
      />
      <IconButton
        label="10 frames on"
        keys="v"
        icon={ChevronsRight}
        disabled={atEnd()}
        onClick={() => goBy(10)}
      />
      <IconButton
        label="Last frame"
        icon={ChevronLast}
        disabled={atEnd()}
        onClick={() => goTo(job.stopFrame)}
      />
      <form
        class={styles.goTo}
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('frame');
          if (!(field instanceof HTMLInputElement)) return;
          const wanted = Number.parseInt(field.value, 10);
          if (Number.isNaN(wanted)) field.value = String(frame());
          else goTo(wanted);
          field.blur();
        }}
      >
        <input
          name="frame"
          class={styles.number}
          aria-label={`Frame, ${job.startFrame} to ${job.stopFrame}`}
          inputmode="numeric"
          value={frame()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => {
            event.currentTarget.value = String(frame());
          }}
        />
        <span class={styles.of}>{where()}</span>
      </form>
      <input
        class={styles.slider}
        type="range"
        aria-label="Frame"
        min={job.startFrame}
        max={job.stopFrame}
        value={frame()}
        onInput={(event) => goTo(event.currentTarget.valueAsNumber)}
      />
      <span class={styles.name} title={key()}>
        {nameEnd(key(), 32)}
      </span>
      <Show when={task.sources.some(({ reading }) => reading.kind === 'tasks')}>
        <IconButton label="Task data of this frame" icon={Braces} onClick={() => setShowsItem(true)} />
        <Show when={showsItem()}>
          <ItemDialog taskId={task.id} frame={frame()} onClose={() => setShowsItem(false)} />
        </Show>
      </Show>
      <IconButton label="Copy the object's key" icon={Copy} onClick={() => copyText(key(), 'key')} />
    </nav>
  );
}
