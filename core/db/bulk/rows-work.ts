/** Changes fields of many rows, a transaction for each stretch, and remembers what they were. */
import type { Table } from 'dexie';
import type { PersonId, WorkspaceId } from '../../model/ids.ts';
import type { JobState, Stage } from '../../model/job.ts';
import type { Database } from '../database.ts';
import { whyGone } from './refusal.ts';
import type { Failed, Stretch, Work } from './work.ts';

/** What is named changes; `deletedAt` undefined is out of the bin. */
export interface Patch {
  readonly state?: JobState;
  readonly stage?: Stage;
  readonly assigneeId?: PersonId | undefined;
  readonly subset?: string;
  readonly workspaceId?: WorkspaceId;
  readonly deletedAt?: number | undefined;
}

/** A row with what a patch may change of it. */
interface Row extends Patch {
  readonly id: number;
}

interface Change<R> {
  readonly before: R;
  readonly after: R;
}

/** What is special about one resource. All but `tables` is called within a transaction on these. */
export interface Kind<R extends Row> {
  readonly tables: readonly Table[];
  load(ids: readonly number[]): Promise<readonly (R | undefined)[]>;
  /** As a person knows it. */
  nameOf(id: number, row: R | undefined): string;
  /** Why this one cannot be changed so; undefined where it can. */
  whyNot(row: R, patch: Patch): Error | undefined;
  merge(row: R, patch: Patch): R;
  /** Writes the rows, and what follows from them. */
  put(changes: readonly Change<R>[]): Promise<void>;
  /** Writes what follows from all of them together. */
  end(): Promise<void>;
}

export function rowsWork<R extends Row>(
  db: Database,
  kindOf: () => Kind<R>,
  patchOf: (id: number) => Patch,
): Work {
  const formers = new Map<number, Patch>();
  const kind = kindOf();

  async function apply(ids: readonly number[]): Promise<Stretch> {
    const rows = await kind.load(ids);
    const failures: Failed[] = [];
    const changes: Change<R>[] = [];
    let unchanged = 0;
    for (const [index, id] of ids.entries()) {
      const before = rows[index];
      const patch = patchOf(id);
      const name = kind.nameOf(id, before);
      const isThere = before && (before.deletedAt === undefined || 'deletedAt' in patch);
      const error = isThere ? kind.whyNot(before, patch) : whyGone(name, before);
      if (error) failures.push({ id, name, error });
      else if (!before || has(before, patch)) unchanged++;
      else {
        formers.set(id, formerOf(before, patch));
        changes.push({ before, after: kind.merge(before, patch) });
      }
    }
    await kind.put(changes);
    return { changed: changes.map(({ after }) => after.id), unchanged, failures };
  }

  return {
    atOnce: 500,
    apply: async (ids) => db.transaction('rw', [...kind.tables], async () => apply(ids)),
    end: async () => db.transaction('rw', [...kind.tables], async () => kind.end()),
    inverse: () => rowsWork(db, kindOf, (id) => formers.get(id) ?? {}),
  };
}

/** What is in the bin stays there since when it was; what is in a stage keeps the state it has there. */
function has(row: Patch, patch: Patch): boolean {
  if (patch.stage !== undefined) return row.stage === patch.stage;
  if (patch.deletedAt !== undefined && row.deletedAt !== undefined) return true;
  const former = formerOf(row, patch);
  return (
    former.state === patch.state &&
    former.assigneeId === patch.assigneeId &&
    former.subset === patch.subset &&
    former.workspaceId === patch.workspaceId &&
    former.deletedAt === patch.deletedAt
  );
}

function formerOf(row: Patch, patch: Patch): Patch {
  const { state, stage, assigneeId, subset, workspaceId, deletedAt } = row;
  return {
    ...('state' in patch && state ? { state } : {}),
    ...('stage' in patch && stage ? { stage } : {}),
    ...('assigneeId' in patch ? { assigneeId } : {}),
    ...('subset' in patch && subset !== undefined ? { subset } : {}),
    ...('workspaceId' in patch && workspaceId !== undefined ? { workspaceId } : {}),
    ...('deletedAt' in patch ? { deletedAt } : {}),
  };
}
