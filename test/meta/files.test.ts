import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

const sources = readSources(['core', 'web', 'extension', 'test', 'scripts']);

test('no file has more than 400 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 401);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('every folder beside a registry is listed in it', () => {
  const registries = sources.filter(({ path }) => path.endsWith('/registry.ts') && !path.startsWith('test/'));
  for (const { path, imports } of registries) {
    const folder = path.slice(0, -'registry.ts'.length);
    const neighbours = sources
      .filter((source) => source.path.startsWith(folder))
      .map((source) => source.path.slice(folder.length).split('/'))
      .flatMap(([name, inside]) => (name !== undefined && inside !== undefined ? [name] : []));
    const listed = imports.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
    const missing = [...new Set(neighbours)].filter(
      (name) => !listed.some((path) => path.startsWith(`${name}/`)),
    );
    expect({ path, missing }).toEqual({ path, missing: [] });
  }
});

test('no test is skipped, left for later or run alone', () => {
  const pattern = /\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/;
  const marked = sources.filter(({ path, text }) => path.startsWith('test/') && pattern.test(text));
  expect(marked.map(({ path }) => path)).toEqual([]);
});
