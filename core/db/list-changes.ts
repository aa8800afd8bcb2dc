/**
 * Notes which rows of listed tables were written, in the transaction that writes them, so that whoever holds them
 * in memory reads just these again.
 */
import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie';
import { tableNames } from '../query/columns/table-names.ts';

/** Rows of one table, from one id to another, both inclusive. */
export interface ListChange {
  /** In the order of writing, over all tabs. */
  readonly seq: number;
  readonly table: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const listed: ReadonlySet<string> = new Set(tableNames);
const changesTable = 'listChanges';

export const noteListChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'list-changes',
  create: (core) => ({
    ...core,
    // Whoever writes a listed table also writes the notes, though it does not know of them.
    transaction: (tables, mode, options) =>
      core.transaction(
        mode === 'readwrite' && tables.some((name) => listed.has(name))
          ? [...new Set([...tables, changesTable])]
          : tables,
        mode,
        options,
      ),
    table(name) {
      const table = core.table(name);
      if (!listed.has(name)) return table;
      return {
        ...table,
        async mutate(request) {
          // The upgrade of an old database ends with everything read anew.
          if (isUpgrade(request.trans)) return table.mutate(request);
          const answer = await table.mutate(
            request.type === 'add' || request.type === 'put' ? { ...request, wantResults: true } : request,
          );
          const ranges = rangesOf(request, answer.results ?? []);
          if (ranges.length > 0) {
            const values = [{ table: name, ranges }];
            await core.table(changesTable).mutate({ type: 'add', trans: request.trans, values });
          }
          return answer;
        },
      };
    },
  }),
};

function isUpgrade(transaction: object): boolean {
  return 'mode' in transaction && transaction.mode === 'versionchange';
}

function rangesOf(request: DBCoreMutateRequest, results: readonly unknown[]): [number, number][] {
  switch (request.type) {
    case 'add':
    case 'put':
      return joined(results);
    case 'delete':
      return joined(request.keys);
    case 'deleteRange': {
      const { lower, upper } = request.range;
      return [
        [typeof lower === 'number' ? lower : 0, typeof upper === 'number' ? upper : Number.MAX_SAFE_INTEGER],
      ];
    }
    default:
      return request satisfies never;
  }
}

/** Ids that follow each other as one range. */
function joined(keys: readonly unknown[]): [number, number][] {
  const ids = keys.filter((key) => typeof key === 'number').sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last && id <= last[1] + 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges;
}
