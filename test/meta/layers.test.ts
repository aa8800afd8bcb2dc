import { expect, test } from 'vitest';
import { coreLayers, fences, mayImport } from './rules.ts';
import { readSources, type SourceFile } from './sources.ts';

const sources = readSources(['core', 'web', 'extension']);

/** `core/db/x.ts` is in `db`, `core/errors.ts` in `errors`. */
function layerOf(path: string): number {
  const name = path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
  return coreLayers.findIndex((layer) => layer.includes(name));
}

function breaks(file: SourceFile): string[] {
  const [top = ''] = file.path.split('/');
  return file.imports.flatMap((imported) => {
    const [target = ''] = imported.split('/');
    const say = (why: string): string[] => [`${file.path} imports ${imported}: ${why}`];
    if (['core', 'web', 'extension', 'test', 'scripts'].includes(target)) {
      if (!mayImport[top]?.includes(target)) return say(`${top} may not import ${target}`);
      if (top !== 'core') return [];
      const [from, to] = [layerOf(file.path), layerOf(imported)];
      if (to < 0) return say('no layer has this name');
      const sameFolder = file.path.split('/')[1] === imported.split('/')[1];
      return to < from || sameFolder || from === 0 ? [] : say('the layer is not to the left');
    }
    const fence = fences.find(({ packages }) => packages.test(imported));
    return !fence || fence.folders.some((folder) => file.path.startsWith(folder)) ? [] : say('it is fenced');
  });
}

test('nothing breaks the dependency rule', () => {
  expect(sources.flatMap(breaks)).toEqual([]);
});

test('every folder of core has a layer', () => {
  const unknown = sources.filter(({ path }) => path.startsWith('core/') && layerOf(path) < 0);
  expect(unknown.map(({ path }) => path)).toEqual([]);
});

test('the rule sees each kind of breach', () => {
  const file = (path: string, imports: string[]): SourceFile => ({ path, text: '', imports });
  expect(
    [
      file('core/model/x.ts', ['core/db/y.ts']),
      file('core/db/x.ts', ['web/main.tsx']),
      file('web/x.ts', ['extension/messages.ts']),
      file('extension/x.ts', ['test/meta/rules.ts']),
      file('core/workspace/x.ts', ['dexie']),
      file('core/media/x.ts', ['core/formats/y.ts']),
    ].map((each) => breaks(each).length),
  ).toEqual([1, 1, 1, 1, 1, 1]);
});

test('only extension/platform says browser.* or chrome.*', () => {
  const spoken = sources.filter(
    ({ path, text }) =>
      !path.startsWith('extension/platform/') && /(?<![\w.'"`/-])(?:browser|chrome)\.[a-z]/.test(text),
  );
  expect(spoken.map(({ path }) => path)).toEqual([]);
});
