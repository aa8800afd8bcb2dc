/** Counts what a prefix and pattern would take, from the first pages of the listing. Nothing is downloaded. */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import { isImageKey } from '#core/media/kinds.ts';
import type { StorageId } from '#core/model/ids.ts';
import type { Sorting } from '#core/model/task.ts';
import { globMatcher } from '#core/util/glob.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

/** Listing stops here; the task itself takes everything. */
const mostObjects = 5000;
const restMs = 300;
const namesShown = 5;

export interface Selection {
  readonly storageId: StorageId;
  readonly prefix: string;
  readonly pattern: string;
  readonly sorting: Sorting;
}

export function isSameSelection(a: Selection | undefined, b: Selection | undefined): boolean {
  return (
    a?.storageId === b?.storageId &&
    a?.prefix === b?.prefix &&
    a?.pattern === b?.pattern &&
    a?.sorting === b?.sorting
  );
}

export interface Counted {
  readonly images: number;
  readonly bytes: number;
  readonly otherKinds: number;
  readonly notMatching: number;
  /** True when there is more than was listed. */
  readonly more: boolean;
  /** Behind the prefix, in the task's order. */
  readonly firstNames: readonly string[];
}

export interface Preview {
  readonly counted: () => Counted | undefined;
  readonly listing: () => boolean;
  readonly error: () => ErrorReport | undefined;
  readonly again: () => void;
}

export function createPreview(selection: () => Selection | undefined): Preview {
  const workspace = useWorkspace();
  const [counted, setCounted] = createSignal<Counted>();
  const [listing, setListing] = createSignal(false);
  const [error, setError] = createSignal<ErrorReport>();
  const [runs, setRuns] = createSignal(0);

  createEffect(
    on([selection, runs], ([wanted]) => {
      setError(undefined);
      if (!wanted) {
        setCounted(undefined);
        return;
      }
      setListing(true);
      const stop = new AbortController();
      const timer = setTimeout(() => {
        countObjects(workspace, wanted, stop.signal, setCounted)
          .catch((failure: unknown) => {
            if (isAbort(failure) || stop.signal.aborted) return;
            setCounted(undefined);
            setError(toErrorReport(failure));
          })
          .finally(() => !stop.signal.aborted && setListing(false));
      }, restMs);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    }),
  );
  return { counted, listing, error, again: () => setRuns(runs() + 1) };
}

async function countObjects(
  workspace: Workspace,
  wanted: Selection,
  signal: AbortSignal,
  report: (counted: Counted) => void,
): Promise<void> {
  const store = await workspace.storages.open(wanted.storageId);
  const matches = globMatcher(wanted.pattern);
  const names: string[] = [];
  let bytes = 0;
  let otherKinds = 0;
  let notMatching = 0;
  let seen = 0;
  let more = false;
  for await (const page of store.list({ prefix: wanted.prefix, signal })) {
    if (seen >= mostObjects) {
      more = true;
      break;
    }
    for (const object of page.objects) {
      seen += 1;
      if (object.key.endsWith('/')) continue;
      const name = object.key.slice(wanted.prefix.length);
      if (!isImageKey(object.key)) otherKinds += 1;
      else if (wanted.pattern !== '' && !matches(name)) notMatching += 1;
      else {
        names.push(name);
        bytes += object.size;
      }
    }
    if (signal.aborted) return;
    report(result(seen >= mostObjects));
  }
  report(result(more));

  function result(isMore: boolean): Counted {
    return {
      images: names.length,
      bytes,
      otherKinds,
      notMatching,
      more: isMore,
      firstNames: firstOf(names, wanted.sorting),
    };
  }
}

function firstOf(names: readonly string[], sorting: Sorting): string[] {
  const collator = new Intl.Collator('en', { numeric: true });
  const compare =
    sorting === 'natural'
      ? (a: string, b: string) => collator.compare(a, b)
      : (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return names.toSorted(compare).slice(0, namesShown);
}
