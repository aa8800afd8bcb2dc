import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { createSelection, type Selection } from '#web/pages/storages/browse/create-selection.ts';
import type { Entry } from '#web/pages/storages/browse/entry.ts';
import { makeWords, sumWords } from '#web/pages/storages/browse/selection-words.ts';

const object = (key: string, size = 100): Entry => ({ key, object: { key, size, etag: '', modified: 0 } });
const folder = (key: string): Entry => ({ key, object: undefined });

function selected(act: (selection: Selection) => void) {
  return createRoot((dispose) => {
    const selection = createSelection();
    act(selection);
    const { sum, keys } = selection;
    const outcome = { sum: sum(), keys: keys(), words: sumWords(sum()), make: makeWords(sum()) };
    dispose();
    return outcome;
  });
}

describe('a selection', () => {
  test('counts objects and folders, and says them', () => {
    const { words, make } = selected((selection) => {
      selection.add(Array.from({ length: 9 }, (_, i) => object(`a/${i}.jpg`, 345_000)));
      selection.add([folder('b/'), folder('c/')]);
    });
    expect(words).toBe('9 objects and 2 folders, 3.1 MB and what is in the folders');
    expect(make).toBe('Make a task from these 11');
  });

  test('a folder takes the place of what was chosen in it', () => {
    const { keys, sum } = selected((selection) => {
      selection.add([object('a/1.jpg'), object('a/b/2.jpg'), folder('a/c/'), object('ab.jpg')]);
      selection.toggle(folder('a/'));
    });
    expect(keys.toSorted()).toEqual(['a/', 'ab.jpg']);
    expect(sum).toEqual({ objects: 1, folders: 1, bytes: 100 });
  });

  test('choosing inside of a chosen folder narrows to that', () => {
    const { keys, sum } = selected((selection) => {
      selection.toggle(folder('a/'));
      selection.toggle(object('a/b/2.jpg', 7));
    });
    expect(keys).toEqual(['a/b/2.jpg']);
    expect(sum).toEqual({ objects: 1, folders: 0, bytes: 7 });
  });

  test('toggling twice, choosing only some, and clearing', () => {
    const { keys } = selected((selection) => {
      selection.toggle(folder('a/'));
      selection.toggle(folder('a/'));
      selection.add([object('x'), object('y')]);
      selection.only([object('z')]);
    });
    expect(keys).toEqual(['z']);
    expect(selected((selection) => (selection.add([object('x')]), selection.clear())).keys).toEqual([]);
  });
});
