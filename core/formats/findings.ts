/** Collects what could not be taken, without keeping a million lines of it. */
import type { Findings } from '../model/request.ts';

const mostKept = 300;

export interface FindingList {
  add(where: string, what: string): void;
  result(): Findings;
}

export function makeFindingList(): FindingList {
  const items: { where: string; what: string }[] = [];
  let total = 0;
  return {
    add(where, what) {
      total++;
      if (items.length < mostKept) items.push({ where, what });
    },
    result: () => ({ total, items }),
  };
}
