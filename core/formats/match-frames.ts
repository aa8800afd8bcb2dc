/** Finds the frame that a file in a data set means, as CVAT does: tools keep other parts of the path. */

export type FrameMatch = number | 'none' | 'several';

/** Longer paths are cut on the left before they are compared. */
const deepest = 16;

/** Returns a lookup from an image's name in a file to the frame of that name. */
export function makeFrameMatcher(
  frames: Iterable<{ readonly frame: number; readonly key: string }>,
): (name: string) => FrameMatch {
  const whole = new Map<string, number>();
  for (const { frame, key } of frames) whole.set(key, frame);
  let endings: Map<string, FrameMatch> | undefined;
  let endingsWithoutExtension: Map<string, FrameMatch> | undefined;

  return (name) => {
    const exact = whole.get(name);
    if (exact !== undefined) return exact;
    const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    endings ??= indexEndings(whole, (key) => key);
    const byEnding = find(path, endings, whole.get(path));
    if (byEnding !== 'none') return byEnding;
    endingsWithoutExtension ??= indexEndings(whole, withoutExtension);
    return find(withoutExtension(path), endingsWithoutExtension, undefined);
  };
}

/** `path` may be the longer one ("images/a.jpg" for "a.jpg") or the shorter one. */
function find(path: string, endings: ReadonlyMap<string, FrameMatch>, exact: number | undefined): FrameMatch {
  if (exact !== undefined) return exact;
  for (const ending of endingsOf(path)) {
    const match = endings.get(ending === path ? ending : `\0${ending}`);
    if (match !== undefined) return match;
  }
  return 'none';
}

/** Every ending of every key; whole keys once more behind a zero, as only they may be shorter than the name. */
function indexEndings(
  whole: ReadonlyMap<string, number>,
  toName: (key: string) => string,
): Map<string, FrameMatch> {
  const index = new Map<string, FrameMatch>();
  const add = (ending: string, frame: number): void => {
    index.set(ending, index.has(ending) && index.get(ending) !== frame ? 'several' : frame);
  };
  for (const [key, frame] of whole) {
    const name = toName(key);
    for (const ending of endingsOf(name)) add(ending, frame);
    add(`\0${name}`, frame);
  }
  return index;
}

/** The path and each of its ends that begins after a slash, longest first. */
function* endingsOf(path: string): Generator<string> {
  yield path;
  let slash = path.lastIndexOf('/');
  const starts: number[] = [];
  while (slash >= 0 && starts.length < deepest) {
    starts.push(slash + 1);
    slash = slash === 0 ? -1 : path.lastIndexOf('/', slash - 1);
  }
  for (const start of starts.reverse()) yield path.slice(start);
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}
