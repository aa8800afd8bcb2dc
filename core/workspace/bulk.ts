/** One change to many things, and the bin. */
import type { BinUses, BulkUses } from './door/bulk.ts';
import type { House } from './open-workspace.ts';

export function bulkUses(house: House): BulkUses {
  return { change: async (...asked) => (await import('./bulk/change.ts')).changeMany(house, ...asked) };
}

export function binUses(house: House): BinUses {
  const load = async () => import('./bin.ts');
  return {
    list: async () => (await load()).listBin(house),
    restore: async (entries) => (await load()).restore(house, entries),
    remove: async (entries) => (await load()).removeForGood(house, entries),
    sweep: async () => (await load()).sweepBin(house),
  };
}
