/** What the palette lists for some words: recent jobs, commands, tasks, storages, an address. */
import Database from 'lucide-solid/icons/database';
import Layers from 'lucide-solid/icons/layers';
import Link from 'lucide-solid/icons/link';
import PenTool from 'lucide-solid/icons/pen-tool';
import type { Job } from '#core/model/job.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import type { LucideIcon } from '#web/ui/icon.tsx';
import type { Command } from './registry.ts';

export interface PaletteRow {
  readonly title: string;
  readonly hint: string;
  readonly icon?: LucideIcon | undefined;
  readonly keys?: string | undefined;
  readonly href?: string;
  readonly run?: () => void;
  /** Why it does not apply; such rows come last. */
  readonly reason?: string | undefined;
}

interface Known {
  readonly jobs?: readonly { readonly job: Job; readonly task: Task }[];
  readonly tasks: readonly Task[];
  readonly storages?: readonly Storage[];
}

const most = 60;
const address = /^(s3|https?):\/\/\S+/i;

/** Rows whose title or hint holds every word. Tasks and storages are listed once there are words. */
export function rowsFor(words: string, commands: readonly Command[], known: Known): PaletteRow[] {
  const parts = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const all = [...jobRows(known), ...commandRows(commands), ...(parts.length > 0 ? nounRows(known) : [])];
  const found = all.filter((row) => {
    const text = `${row.title} ${row.hint}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  const rows = [
    ...found.filter((row) => row.reason === undefined),
    ...found.filter((row) => row.reason !== undefined),
  ].slice(0, most);
  return address.test(words.trim()) ? [addressRow(words.trim()), ...rows] : rows;
}

function addressRow(text: string): PaletteRow {
  return {
    title: `Annotate from ${text}`,
    hint: 'Address',
    icon: Link,
    href: `/?address=${encodeURIComponent(text)}`,
  };
}

function jobRows(known: Known): PaletteRow[] {
  return (known.jobs ?? []).map(({ job, task }) => ({
    title: `${task.name}, job ${job.id}`,
    hint: 'Recent job',
    icon: PenTool,
    href: `/jobs/${job.id}`,
  }));
}

function commandRows(commands: readonly Command[]): PaletteRow[] {
  return commands.map((command) => ({
    title: command.title,
    hint: command.section,
    icon: command.icon,
    keys: command.keys,
    run: command.run,
    reason: command.disabledReason?.(),
  }));
}

function nounRows(known: Known): PaletteRow[] {
  return [
    ...known.tasks.map((task) => ({
      title: task.name,
      hint: `Task #${task.id}`,
      icon: Layers,
      href: `/tasks/${task.id}`,
    })),
    ...(known.storages ?? []).map((storage) => ({
      title: storage.name,
      hint: 'Storage',
      icon: Database,
      href: `/tasks/new?storage=${storage.id}`,
    })),
  ];
}
