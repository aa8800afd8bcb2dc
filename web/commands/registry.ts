/** Every action by name, key and section; the palette and the list of shortcuts are made from it. */
import { createEffect, createSignal, onCleanup } from 'solid-js';
import { tinykeys } from 'tinykeys';
import type { LucideIcon } from '#web/ui/icon.tsx';

export interface Command {
  /** Unique; the one registered last holds. */
  readonly id: string;
  readonly title: string;
  readonly section: 'Go to' | 'Tasks' | 'Storages' | 'This page' | 'View' | 'Jobs' | 'Editor';
  readonly icon?: LucideIcon;
  /** In tinykeys' form: `$mod+k`, `g t`, `[Shift]+?`. */
  readonly keys?: string;
  readonly run: () => void;
  /** Why it does not apply now. */
  readonly disabledReason?: (() => string | undefined) | undefined;
}

const [groups, setGroups] = createSignal<readonly (readonly Command[])[]>([]);

/** Every command that stands now, in the order of registration. A key belongs to who took it last. */
export function commands(): Command[] {
  const claimed = new Set<string>();
  return uniqueCommands()
    .toReversed()
    .map((command) => {
      const { keys, ...keyless } = command;
      if (keys === undefined || !claimed.has(keys)) {
        if (keys !== undefined) claimed.add(keys);
        return command;
      }
      return keyless;
    })
    .toReversed();
}

function uniqueCommands(): Command[] {
  return [...new Map(groups().flatMap((group) => group.map((command) => [command.id, command]))).values()];
}

/** Registers commands for as long as the calling component lives. */
export function createCommands(list: readonly Command[]): void {
  setGroups((before) => [...before, list]);
  onCleanup(() => setGroups((before) => before.filter((group) => group !== list)));
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, dialog[open]') !== null
  );
}

/** Listens to the keys of all commands. Those without Ctrl or Cmd never act while a field or dialog has focus. */
export function listenToKeys(): void {
  createEffect(() => {
    const bindings = Object.fromEntries(
      commands().flatMap((command) =>
        command.keys === undefined ? [] : [[command.keys, (event: KeyboardEvent) => act(command, event)]],
      ),
    );
    onCleanup(tinykeys(window, bindings, { ignore: (event) => event.isComposing }));
  });
}

function act(command: Command, event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (isTyping(event) && command.keys?.includes('$mod') !== true) return;
  if (command.disabledReason?.() !== undefined) return;
  event.preventDefault();
  command.run();
}
