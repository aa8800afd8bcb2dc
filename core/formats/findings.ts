/** Collects what could not be taken, without keeping a million lines of it. */
import type { Findings } from '../model/request.ts';

const mostKept = 300;

export interface FindingList {
  add(where: string, what: string): void;
  result(): Findings;
}

/** Goes on from `begun`, where an interrupted request left some. */
export function makeFindingList(begun: Findings = { total: 0, items: [] }): FindingList {
  const items = [...begun.items];
  let { total } = begun;
  return {
    add(where, what) {
      total++;
      if (items.length < mostKept) items.push({ where, what });
    },
    result: () => ({ total, items }),
  };
}
