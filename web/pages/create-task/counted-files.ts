/** What files of this computer, or addresses, would become: counted without asking anybody. */
import { compareOf } from '#core/requests/frame-sorter.ts';
import type { Counted } from './create-preview.ts';
import { wholeNumber } from './cut-draft.ts';
import { judgeLocal } from './files/local-items.ts';
import { judgeUrls } from './media-draft.ts';
import type { TaskDraft } from './task-draft.ts';

const namesKept = 5;

/** Undefined where the files are in a folder or a storage. */
export function countedFiles(draft: TaskDraft): Counted | undefined {
  const keys = keysOf(draft);
  if (!keys) return undefined;
  const order = compareOf({ sorting: draft.sorting, seed: wholeNumber(draft.seed) ?? 0 });
  const sorted = keys.toSorted(order);
  return { frames: keys.length, more: false, firstKeys: sorted.slice(0, namesKept) };
}

function keysOf(draft: TaskDraft): readonly string[] | undefined {
  if (draft.origin !== 'computer' && draft.origin !== 'urls') return undefined;
  const verdict = draft.origin === 'urls' ? judgeUrls(draft.urls) : judgeLocal(draft.files);
  return verdict.ok ? verdict.keys : [];
}
