/** Chosen objects in the order they were chosen in: listings know only that of their keys. */
import type { NewFrame } from '../model/frame.ts';
import type { Source } from '../model/source.ts';

/** As many chosen objects are asked for side by side. */
const objectsAtOnce = 100;

/** The sources, those with chosen objects divided so that reading them one after the other keeps the order. */
export function inPickedOrder(sources: readonly Source[]): Source[] {
  return sources.flatMap((source) => {
    if (source.picked.length === 0 || source.reading.kind !== 'objects') return source;
    const parts: string[][] = [];
    for (const key of source.picked) {
      const last = parts.at(-1);
      const goesOn = last && !key.endsWith('/') && !last[0]?.endsWith('/') && last.length < objectsAtOnce;
      if (goesOn) last.push(key);
      else parts.push([key]);
    }
    return parts.map((picked) => ({ ...source, picked }));
  });
}

/** Those of one part, which came together. */
export function sortPicked({ picked }: Source, frames: readonly NewFrame[]): NewFrame[] {
  const places = new Map(picked.map((key, index) => [key, index]));
  return frames.toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
}
