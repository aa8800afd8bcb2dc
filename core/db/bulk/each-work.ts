/** Things that are changed one after the other, each in its own way. */
import type { Failed, Work } from './work.ts';

/** What became of one: nothing, as it had the value; or a change, with what puts it back where something does. */
export type Deed = 'unchanged' | { readonly undo?: () => Promise<void> };

/** `change` throws why one stays as it is. */
export function eachWork(
  nameOf: (id: number) => Promise<string>,
  change: (id: number) => Promise<Deed>,
): Work {
  const undos = new Map<number, () => Promise<void>>();
  return {
    atOnce: 1,
    async apply([id = 0]) {
      const failures: Failed[] = [];
      // Asked for before: what is deleted has no name afterwards.
      const name = await nameOf(id);
      try {
        const deed = await change(id);
        if (deed === 'unchanged') return { changed: [], unchanged: 1, failures };
        if (deed.undo) undos.set(id, deed.undo);
        return { changed: [id], unchanged: 0, failures };
      } catch (error) {
        return { changed: [], unchanged: 0, failures: [{ id, name, error }] };
      }
    },
    end: async () => undefined,
    inverse() {
      if (undos.size === 0) return undefined;
      return eachWork(nameOf, async (id) => {
        await undos.get(id)?.();
        return {};
      });
    },
  };
}
