/** One change to many things, and the bin. */
import type { BinUses, BulkUses } from './door/bulk.ts';
import { notYet } from './not-yet.ts';
import type { House } from './open-workspace.ts';

export function bulkUses(_house: House): BulkUses {
  return { change: async () => notYet('bulk.change') };
}

export function binUses(_house: House): BinUses {
  return {
    list: async () => notYet('bin.list'),
    restore: async () => notYet('bin.restore'),
    remove: async () => notYet('bin.remove'),
    sweep: async () => notYet('bin.sweep'),
  };
}
