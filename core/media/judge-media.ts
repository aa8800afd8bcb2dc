/** Whether files can be one task together. Kinds never mix, neither do images and point clouds. */
import { ContextImages, isContextImage } from './context-images.ts';
import { type MediaKind, mediaKind, mediaKinds } from './kinds.ts';
import { type LayoutName, recogniseLayout } from './pointcloud/layouts.ts';

export interface Refused {
  readonly key: string;
  /** "is no image by its name". */
  readonly why: string;
}

export type MediaVerdict =
  /** `keys` in the order they were given; context images are not among them. */
  | {
      readonly ok: true;
      readonly dimension: '2d' | '3d';
      readonly keys: readonly string[];
      readonly layout?: LayoutName;
      /** Images that lie beside frames, and are none. */
      readonly context: readonly string[];
      readonly refused: readonly Refused[];
    }
  /** Why they cannot, in words for a person. */
  | { readonly ok: false; readonly why: string; readonly refused: readonly Refused[] };

const plurals: Readonly<Record<MediaKind, string>> = {
  image: 'images',
  video: 'videos',
  pointcloud: 'point clouds',
  archive: 'archives',
  pdf: 'PDF files',
  text: 'texts',
  audio: 'sounds',
};

/** What has no editor, or is no frame by itself. */
const notYet: Partial<Readonly<Record<MediaKind, string>>> = {
  video: 'Videos cannot be a task yet: their frames cannot be shown. Take images of them.',
  pdf: 'PDF files cannot be a task yet. Save their pages as images.',
  audio: 'Sounds cannot be a task yet.',
  archive: 'An archive of this kind cannot be opened here. Unpack it first, or make it a .zip.',
};

/** Files that lie beside images and are nothing to annotate: they are left out, not refused as a mix. */
export function judgeMedia(keys: readonly string[]): MediaVerdict {
  const byKind = new Map<MediaKind, string[]>(mediaKinds.map((kind) => [kind, []]));
  const refused: Refused[] = [];
  for (const key of keys) {
    const kind = isContextImage(key) ? undefined : mediaKind(key);
    if (kind === undefined) refused.push({ key, why: whyNot(key) });
    else byKind.get(kind)?.push(key);
  }
  const of = (kind: MediaKind): readonly string[] => byKind.get(kind) ?? [];
  if (of('pointcloud').length > 0) return judgeClouds(keys, of, refused);
  const mixed = (['image', 'video', 'pdf', 'audio', 'archive'] as const).filter(
    (kind) => of(kind).length > 0,
  );
  const [first, second] = mixed;
  if (first !== undefined && second !== undefined) {
    const all = mixed.map((kind) => plurals[kind]);
    return {
      ok: false,
      why: `A task holds one kind of media, and these are ${all.slice(0, -1).join(', ')} and ${all.at(-1)}. Make a task of each.`,
      refused,
    };
  }
  if (first !== undefined && first !== 'image') return { ok: false, why: notYet[first] ?? '', refused };
  const context = contextAmong(of('image'), refused);
  const texts = of('text').map((key) => ({ key, why: 'is no image by its name' }));
  if (first === undefined) {
    return { ok: false, why: 'None of these is an image by its name.', refused: [...refused, ...texts] };
  }
  return {
    ok: true,
    dimension: '2d',
    keys: of('image'),
    context: [...context],
    refused: [...refused.filter(({ key }) => !context.has(key)), ...texts],
  };
}

function judgeClouds(
  keys: readonly string[],
  of: (kind: MediaKind) => readonly string[],
  refused: readonly Refused[],
): MediaVerdict {
  const other = (['video', 'pdf', 'audio', 'archive'] as const).find((kind) => of(kind).length > 0);
  if (other) {
    return {
      ok: false,
      why: `Point clouds and ${plurals[other]} cannot be one task. Make a task of each.`,
      refused,
    };
  }
  const answer = recogniseLayout(keys);
  if (!answer.ok) {
    const [first] = answer.stray;
    return {
      ok: false,
      why: `Images and point clouds cannot be one task: 2D and 3D never mix. As pictures beside point clouds these would lie in one of the four layouts, but ${first} belongs to none${answer.stray.length > 1 ? `, nor do ${answer.stray.length - 1} more` : ''}.`,
      refused,
    };
  }
  const context = new Set(answer.frames.flatMap(({ images }) => images));
  return {
    ok: true,
    dimension: '3d',
    layout: answer.layout,
    keys: answer.frames.map(({ key }) => key),
    context: [...context],
    refused: [
      ...refused.filter(({ key }) => !context.has(key)),
      ...of('text').map((key) => ({ key, why: 'is no point cloud by its name' })),
    ],
  };
}

/** Those of what was refused that lie beside an image. */
function contextAmong(images: readonly string[], refused: readonly Refused[]): ReadonlySet<string> {
  const beside = new ContextImages('2d');
  beside.take(
    0,
    [],
    refused.map(({ key }) => key).filter((key) => isContextImage(key)),
  );
  const match = beside.match();
  return new Set(images.flatMap((key) => match.of({ storageId: 0, key })));
}

function whyNot(key: string): string {
  if (isContextImage(key)) return 'is a context image, and the image it belongs to is not here';
  return /(^|\/)\.[^/]*$/.test(key) ? 'is hidden' : 'is of no known kind by its name';
}
