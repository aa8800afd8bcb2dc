/** What was deleted: having it back for 30 days, or letting it go. */
import { BinRepository } from '../db/bin.ts';
import { removeJobs, removeProject, removeTask } from '../db/remove-for-good.ts';
import { InvalidDataError, toErrorReport } from '../errors.ts';
import { plural } from '../util/numbers.ts';
import type { BinEntry } from './door/bulk.ts';
import type { House } from './open-workspace.ts';

const keptMs = 30 * 24 * 60 * 60 * 1000;

type Entry = Pick<BinEntry, 'resource' | 'id'>;

export async function listBin({ database }: House): Promise<BinEntry[]> {
  const found = await new BinRepository(database).list();
  return found.map((entry) => ({ ...entry, until: entry.deletedAt + keptMs }));
}

/** Wholes before their parts, so that both may be asked for at once. */
const order = ['projects', 'tasks', 'jobs'] as const;

/** All that can come back does. Throws what kept the others, the first of them in full. */
export async function restore({ database }: House, entries: readonly Entry[]): Promise<void> {
  const bin = new BinRepository(database);
  const errors: unknown[] = [];
  for (const resource of order) {
    for (const { id } of entries.filter((entry) => entry.resource === resource)) {
      try {
        await restoreOne(bin, resource, id);
      } catch (error) {
        errors.push(error);
      }
    }
  }
  if (errors.length === 0) return;
  if (errors.length === 1) throw errors[0];
  const { message, where = 'bin', remedy } = toErrorReport(errors[0]);
  throw new InvalidDataError(`${plural(errors.length, 'thing')} did not come back. The first: ${message}`, {
    where,
    ...(remedy ? { remedy } : {}),
  });
}

export async function restoreOne(bin: BinRepository, resource: Entry['resource'], id: number): Promise<void> {
  switch (resource) {
    case 'projects':
      return bin.restoreProject(id);
    case 'tasks':
      return bin.restoreTask(id);
    case 'jobs':
      return bin.restoreJob(id);
    default:
      return resource satisfies never;
  }
}

/** Only of what is in the bin: what came back in the meantime stays. */
export async function removeForGood(house: House, entries: readonly Entry[]): Promise<void> {
  const { database } = house;
  const binned = new Set((await new BinRepository(database).list()).map(keyOf));
  for (const entry of entries) {
    if (!binned.has(keyOf(entry))) continue;
    if (entry.resource === 'projects') await removeProject(database, entry.id);
    if (entry.resource === 'tasks') await removeTask(database, entry.id);
    if (entry.resource === 'jobs') await removeJobs(database, [entry.id]);
  }
}

function keyOf({ resource, id }: Entry): string {
  return `${resource} ${id}`;
}

export async function sweepBin(house: House): Promise<void> {
  const now = house.ports.clock.now();
  const over = (await listBin(house)).filter(({ until }) => until <= now);
  if (over.length > 0) await removeForGood(house, over);
}
