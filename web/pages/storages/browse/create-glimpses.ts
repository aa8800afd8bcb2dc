/** Small pictures of objects, made only while they are on the page, some at a time. */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { isError, toErrorReport } from '#core/errors.ts';
import { isImageKey } from '#core/media/kinds.ts';
import type { StorageId } from '#core/model/ids.ts';
import type { ObjectInfo } from '#core/storage/object-store.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { bytes } from '#web/ui/format.ts';

export type Shown =
  | { readonly kind: 'picture'; readonly address: string; readonly width: number; readonly height: number }
  | { readonly kind: 'without'; readonly reason: string; readonly bad: boolean; readonly details?: string }
  /** Not read of itself, as it is so large. */
  | { readonly kind: 'large'; readonly reason: string };

/** Larger objects are read when they are asked for. */
const mostBytes = 20e6;
const mostAtOnce = 6;
/** So many pictures are kept, of some 15 kB each. */
const mostKept = 400;
/** An object has to stay on the page for so long before it is read: what flies past is not. */
const staysMs = 90;

export interface Glimpses {
  /** Undefined while it is made. `asked` reads large objects too. */
  readonly of: (object: () => ObjectInfo | undefined, asked?: () => boolean) => () => Shown | undefined;
}

export function createGlimpses(storageId: () => StorageId): Glimpses {
  const workspace = useWorkspace();
  const kept = new Map<string, Shown>();
  const waiting = new Set<() => void>();
  let busy = 0;

  function release(shown: Shown): void {
    if (shown.kind === 'picture') URL.revokeObjectURL(shown.address);
  }
  function forgetAll(): void {
    for (const shown of kept.values()) release(shown);
    kept.clear();
  }
  createEffect(on(storageId, forgetAll, { defer: true }));
  onCleanup(forgetAll);

  function keep(name: string, shown: Shown): void {
    kept.set(name, shown);
    for (const [oldest, dropped] of kept) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
      release(dropped);
    }
  }

  /** Waits for one of the places. */
  function takePlace(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        waiting.delete(start);
        busy++;
        resolve();
      };
      signal.addEventListener('abort', () => waiting.delete(start) && reject(signal.reason), { once: true });
      if (busy < mostAtOnce) start();
      else waiting.add(start);
    });
  }
  function leavePlace(): void {
    busy--;
    for (const next of waiting) {
      next();
      return;
    }
  }

  async function make(key: string, signal: AbortSignal): Promise<Shown> {
    await takePlace(signal);
    try {
      const { picture, width, height } = await workspace.storages.glimpse(storageId(), key, signal);
      return { kind: 'picture', address: URL.createObjectURL(picture), width, height };
    } catch (error) {
      if (signal.aborted) throw error;
      return without(error);
    } finally {
      leavePlace();
    }
  }

  return {
    of(object, asked = () => false) {
      const [shown, setShown] = createSignal<Shown>();
      createEffect(
        on([object, asked], ([now, wanted]) => {
          setShown(now && atOnce(now, wanted));
          if (!now || shown()) return;
          const name = `${now.key}\n${now.etag}`;
          const before = kept.get(name);
          if (before) {
            // Moved to the end: the least recently seen goes first.
            kept.delete(name);
            kept.set(name, before);
            setShown(before);
            return;
          }
          const stop = new AbortController();
          const timer = setTimeout(() => {
            make(now.key, stop.signal).then(
              (made) => {
                keep(name, made);
                if (!stop.signal.aborted) setShown(made);
              },
              () => undefined,
            );
          }, staysMs);
          onCleanup(() => {
            clearTimeout(timer);
            stop.abort();
          });
        }),
      );
      return shown;
    },
  };
}

/** What is known without reading. */
function atOnce({ key, size }: ObjectInfo, asked: boolean): Shown | undefined {
  if (!isImageKey(key)) return { kind: 'without', reason: 'not an image', bad: false };
  if (size > mostBytes && !asked) return { kind: 'large', reason: `${bytes(size)}, not read for a preview` };
  return undefined;
}

function without(error: unknown): Shown {
  const { message: details } = toErrorReport(error);
  return { kind: 'without', reason: reasonOf(error), bad: true, details };
}

function reasonOf(error: unknown): string {
  if (!isError(error, 'frame')) return 'Could not be read';
  switch (error.code) {
    case 'truncated':
      return 'Ends too early';
    case 'empty':
      return 'Empty, 0 bytes';
    case 'no-size':
      return 'No picture in it';
    case 'too-large':
      return 'Too large to show';
    case 'not-an-image':
      return 'Damaged';
  }
}
