/** Counts what a source would bring, from its first stretch. Nothing is downloaded. */
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import type { Source } from '#core/model/source.ts';
import type { Dimension, Sorting } from '#core/model/task.ts';
import type { SourcePreview } from '#core/workspace/preview-source.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { framesSeen } from './media-draft.ts';

const restMs = 300;

export interface Preview {
  readonly counted: () => SourcePreview | undefined;
  readonly listing: () => boolean;
  readonly error: () => ErrorReport | undefined;
  readonly again: () => void;
}

export function createPreview(
  source: () => Source | undefined,
  sorting: () => Sorting,
  seed: () => number = () => 0,
): Preview {
  const workspace = useWorkspace();
  const [counted, setCounted] = createSignal<SourcePreview>();
  const [listing, setListing] = createSignal(false);
  const [error, setError] = createSignal<ErrorReport>();
  const [runs, setRuns] = createSignal(0);
  const wanted = createMemo(source, undefined, {
    // A hundred thousand may be picked, which is no text to make with every key one presses.
    equals: (a, b) => a?.picked === b?.picked && withoutPicked(a) === withoutPicked(b),
  });

  createEffect(
    on([wanted, sorting, seed, runs], ([now, order, chance]) => {
      setError(undefined);
      if (!now) {
        setCounted(undefined);
        setListing(false);
        return;
      }
      setListing(true);
      const stop = new AbortController();
      const count = async (): Promise<void> => {
        try {
          for await (const found of workspace.tasks.preview(now, order, stop.signal, chance)) {
            if (stop.signal.aborted) return;
            setCounted(found);
          }
        } catch (failure) {
          if (isAbort(failure) || stop.signal.aborted) return;
          setCounted(undefined);
          setError(toErrorReport(failure));
        }
        if (!stop.signal.aborted) setListing(false);
      };
      const timer = setTimeout(() => void count(), restMs);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    }),
  );
  return { counted, listing, error, again: () => setRuns(runs() + 1) };
}

function withoutPicked(source: Source | undefined): string {
  return JSON.stringify(source, (name, value: unknown) => (name === 'picked' ? undefined : value));
}

export interface Counted {
  readonly frames: number;
  readonly more: boolean;
  readonly firstKeys: readonly string[];
}

/** All sources together; undefined until each has been counted. */
export function countedTogether(previews: readonly Preview[], dimension: Dimension): Counted | undefined {
  const all = previews.map((preview) => preview.counted());
  const known = all.filter((each) => each !== undefined);
  if (known.length < all.length) return undefined;
  const seen = known.map((preview) => framesSeen(preview, dimension));
  return {
    frames: seen.reduce((sum, { frames }) => sum + frames, 0),
    more: known.some(({ more }) => more),
    firstKeys: seen.flatMap(({ firstKeys }) => firstKeys),
  };
}
