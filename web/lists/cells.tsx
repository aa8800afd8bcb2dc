/** Cells that several lists have. */
import { For, type JSX, Show } from 'solid-js';
import type { TaskId } from '#core/model/ids.ts';
import type { Label } from '#core/model/label.ts';
import { count, counted } from '#web/ui/format.ts';
import { LabelChip } from '#web/ui/marks.tsx';
import { type Part, ProgressBar } from '#web/ui/progress-bar.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import type { Progress } from './list-kind.ts';
import styles from './cells.module.css';

const labelsShown = 2;

/** A small picture, or a quiet block where there is none to be had. */
export function PictureCell(props: { taskId: TaskId | undefined; frame: number }) {
  return (
    <span class={styles.picture}>
      <Show when={props.taskId}>{(id) => <Thumbnail taskId={id()} frame={props.frame} />}</Show>
    </span>
  );
}

/** The name as a link, and what it belongs to below. */
export function NameCell(props: { name: string; href: string; under: JSX.Element }) {
  return (
    <span class={styles.names}>
      <a class={styles.name} href={props.href} title={props.name}>
        {props.name}
      </a>
      <span class={styles.under}>{props.under}</span>
    </span>
  );
}

export function LabelsCell(props: { labels: readonly Label[] }) {
  return (
    <span class={styles.labels}>
      <For each={props.labels.slice(0, labelsShown)}>
        {(label) => <LabelChip name={label.name} color={label.color} plain />}
      </For>
      <Show when={props.labels.length > labelsShown}>
        <span class={styles.quiet}>{`+${props.labels.length - labelsShown}`}</span>
      </Show>
    </span>
  );
}

/** Of jobs that are completed, in validation and in annotation, as shares of them all. */
export function progressParts(progress: Progress): Part[] {
  if (!progress) return [];
  const whole = Math.max(progress.jobs, 1);
  return [
    { share: progress.completed / whole, tone: 'completed' },
    { share: progress.validation / whole, tone: 'validation' },
  ];
}

export function ProgressCell(props: { name: string; progress: Progress }) {
  return (
    <span class={styles.progress}>
      <span class={styles.bar}>
        <ProgressBar label={`Progress of ${props.name}`} parts={progressParts(props.progress)} />
      </span>
      <span class={styles.quiet}>{progressWords(props.progress)}</span>
    </span>
  );
}

/** "9 of 20 jobs". */
export function progressWords(progress: Progress): string {
  if (!progress) return '';
  return progress.jobs === 0 ? 'no jobs' : `${count(progress.completed)} of ${counted(progress.jobs, 'job')}`;
}
