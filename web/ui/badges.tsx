/** States as icon and word, in the same wording everywhere. */
import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleDot from 'lucide-solid/icons/circle-dot';
import CircleX from 'lucide-solid/icons/circle-x';
import CloudOff from 'lucide-solid/icons/cloud-off';
import Eye from 'lucide-solid/icons/eye';
import KeyRound from 'lucide-solid/icons/key-round';
import Pencil from 'lucide-solid/icons/pencil';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Show } from 'solid-js';
import type { ErrorReport } from '#core/errors.ts';
import type { JobState, Stage } from '#core/model/job.ts';
import type { TaskStatus } from '#core/model/status.ts';
import styles from './badges.module.css';
import { cx } from './cx.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import { Ring } from './ring.tsx';

export type Tone = 'quiet' | 'accent' | 'ok' | 'warn' | 'bad';

/** One state: an icon, a word and their tone. Without an icon it is being found out: a ring. */
export function Badge(props: { tone: Tone; icon?: LucideIcon; children: JSX.Element }) {
  return (
    <span class={cx(styles.badge, styles[props.tone])}>
      <Show when={props.icon} fallback={<Ring size={14} />}>
        {(icon) => <Icon of={icon()} size={14} />}
      </Show>
      <span class={styles.word}>{props.children}</span>
    </span>
  );
}

const jobStateLooks: Readonly<Record<JobState, { icon: LucideIcon; tone: Tone }>> = {
  new: { icon: CircleDashed, tone: 'quiet' },
  'in progress': { icon: CircleDot, tone: 'accent' },
  rejected: { icon: CircleX, tone: 'bad' },
  completed: { icon: CircleCheck, tone: 'ok' },
};

export function JobStateIcon(props: { state: JobState }) {
  const look = () => jobStateLooks[props.state];
  return <Icon of={look().icon} size={14} class={styles[look().tone]} />;
}

const stageLooks: Readonly<Record<Stage | TaskStatus, { icon: LucideIcon; tone: Tone }>> = {
  annotation: { icon: Pencil, tone: 'quiet' },
  validation: { icon: Eye, tone: 'accent' },
  acceptance: { icon: ShieldCheck, tone: 'quiet' },
  completed: { icon: CircleCheck, tone: 'ok' },
};

export function StageBadge(props: { stage: Stage | TaskStatus }) {
  const look = () => stageLooks[props.stage];
  return (
    <Badge tone={look().tone} icon={look().icon}>
      {props.stage}
    </Badge>
  );
}

/** What is wrong with a storage, in two or three words. */
export function StorageErrorBadge(props: { error: ErrorReport }) {
  const look = () => storageErrorLook(props.error.code);
  return (
    <Badge tone={look().tone} icon={look().icon}>
      {look().word}
    </Badge>
  );
}

function storageErrorLook(code: string): { icon: LucideIcon; tone: Tone; word: string } {
  switch (code) {
    case 'cors':
      return { icon: TriangleAlert, tone: 'warn', word: 'CORS: may not read' };
    case 'mixed-content':
      return { icon: TriangleAlert, tone: 'warn', word: 'http from an https page' };
    case 'credentials-expired':
      return { icon: KeyRound, tone: 'bad', word: 'Credentials expired' };
    case 'locked':
      return { icon: KeyRound, tone: 'warn', word: 'Locked' };
    case 'credentials-invalid':
      return { icon: KeyRound, tone: 'bad', word: 'Credentials refused' };
    case 'clock-skew':
      return { icon: TriangleAlert, tone: 'warn', word: 'Clock differs' };
    case 'wrong-region':
      return { icon: Ban, tone: 'bad', word: 'Wrong region' };
    case 'forbidden':
      return { icon: Ban, tone: 'bad', word: 'Forbidden' };
    case 'not-found':
      return { icon: Ban, tone: 'bad', word: 'Not found' };
    case 'throttled':
      return { icon: TriangleAlert, tone: 'warn', word: 'Throttled' };
    case 'offline':
      return { icon: CloudOff, tone: 'warn', word: 'Offline' };
    default:
      return { icon: CircleX, tone: 'bad', word: 'Failing' };
  }
}
