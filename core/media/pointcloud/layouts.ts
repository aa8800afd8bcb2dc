/**
 * How folders say which images belong to which point cloud: CVAT's four layouts. Context images of an image task lie
 * in `related_images` and are no layout of these.
 */
import { mediaKind, pathOfKey } from '../kinds.ts';

export type LayoutName = 'kitti' | 'supervisely' | 'same-name' | 'own-folder';

interface CloudFrame {
  /** Of the point cloud. */
  readonly key: string;
  /** Context images, by name. */
  readonly images: readonly string[];
}

export type LayoutAnswer =
  | { readonly ok: true; readonly layout: LayoutName; readonly frames: readonly CloudFrame[] }
  /** The layout that leaves the fewest: images that belong to no point cloud are `stray`, by name. */
  | {
      readonly ok: false;
      readonly layout: LayoutName;
      readonly frames: readonly CloudFrame[];
      readonly stray: readonly string[];
    };

/** For a point cloud and an image: do they belong together? */
type Rule = (cloud: Path, image: Path) => boolean;

interface Path {
  readonly key: string;
  /** With a slash at the end; empty at the top. */
  readonly folder: string;
  readonly stem: string;
  readonly ending: string;
}

const rules: Readonly<Record<LayoutName, Rule>> = {
  /** `velodyne_points/data/<stem>.bin` with `IMAGE_00/data/<stem>.png`. */
  kitti: (cloud, image) => {
    const root = /^(.*\/)?velodyne_points\/data\/$/i.exec(cloud.folder);
    const camera = /^(.*\/)?image_\d+\/data\/$/i.exec(image.folder);
    return (
      root !== null && camera !== null && (root[1] ?? '') === (camera[1] ?? '') && cloud.stem === image.stem
    );
  },
  /** `pointcloud/<stem>.pcd` with everything in `related_images/<stem>_pcd/`. */
  supervisely: (cloud, image) => {
    const root = /^(.*\/)?pointcloud\/$/i.exec(cloud.folder);
    return (
      root !== null &&
      image.folder.toLowerCase() ===
        `${root[1] ?? ''}related_images/${cloud.stem}_${cloud.ending}/`.toLowerCase()
    );
  },
  /** `<folder>/<stem>.pcd` with `<folder>/<stem>.jpg`. */
  'same-name': (cloud, image) => cloud.folder === image.folder && cloud.stem === image.stem,
  /** `<name>/<name>.pcd` with every image in `<name>/`. */
  'own-folder': (cloud, image) =>
    cloud.folder === image.folder &&
    (cloud.folder === `${cloud.stem}/` || cloud.folder.endsWith(`/${cloud.stem}/`)),
};

/** The first layout in which every image belongs to a point cloud. `keys` may hold other things, which do not count. */
export function recogniseLayout(keys: readonly string[]): LayoutAnswer {
  const clouds = keys.filter((key) => mediaKind(key) === 'pointcloud').map(pathOf);
  const images = keys.filter((key) => mediaKind(key) === 'image').map(pathOf);
  let best: { layout: LayoutName; frames: readonly CloudFrame[]; left: readonly Path[] } | undefined;
  for (const layout of byLikelihood(clouds)) {
    const { frames, left } = arrange(clouds, images, rules[layout]);
    if (left.length === 0) return { ok: true, layout, frames };
    if (!best || left.length < best.left.length) best = { layout, frames, left };
  }
  const { layout = 'same-name', frames = [], left = images } = best ?? {};
  return { ok: false, layout, frames, stray: left.map(({ key }) => key).sort() };
}

/** Without images the folders alone say it. Something else that ends with `.bin` may lie beside those of KITTI. */
function byLikelihood(clouds: readonly Path[]): readonly LayoutName[] {
  const some = (pattern: RegExp): boolean => clouds.some(({ folder }) => pattern.test(folder));
  const ownFolders = clouds.every(
    ({ folder, stem }) => folder === `${stem}/` || folder.endsWith(`/${stem}/`),
  );
  return [
    ...(some(/(^|\/)velodyne_points\/data\/$/i) ? (['kitti'] as const) : []),
    ...(some(/(^|\/)pointcloud\/$/i) ? (['supervisely'] as const) : []),
    ...(ownFolders ? (['own-folder'] as const) : []),
    'same-name',
  ];
}

function arrange(
  clouds: readonly Path[],
  images: readonly Path[],
  belongs: Rule,
): { frames: CloudFrame[]; left: Path[] } {
  const byCloud = new Map<Path, string[]>(clouds.map((cloud) => [cloud, []]));
  const left: Path[] = [];
  const candidates = groupByPlace(clouds);
  for (const image of images) {
    const cloud = candidates(image).find((each) => belongs(each, image));
    if (cloud) byCloud.get(cloud)?.push(image.key);
    else left.push(image);
  }
  return {
    frames: clouds.map((cloud) => ({ key: cloud.key, images: (byCloud.get(cloud) ?? []).sort() })),
    left,
  };
}

/** Point clouds that may go with an image: by stem, by folder, or by the folder's name. Keeps a million pairs out. */
function groupByPlace(clouds: readonly Path[]): (image: Path) => Path[] {
  const places = new Map<string, Path[]>();
  const add = (place: string, cloud: Path): void => {
    const there = places.get(place);
    if (there) there.push(cloud);
    else places.set(place, [cloud]);
  };
  for (const cloud of clouds) {
    add(`stem ${cloud.stem}`, cloud);
    add(`folder ${cloud.folder}`, cloud);
    add(`related ${`${cloud.stem}_${cloud.ending}`.toLowerCase()}`, cloud);
  }
  return ({ stem, folder }) => {
    const lastFolder = folder.split('/').at(-2)?.toLowerCase() ?? '';
    return [`stem ${stem}`, `folder ${folder}`, `related ${lastFolder}`].flatMap(
      (place) => places.get(place) ?? [],
    );
  };
}

function pathOf(key: string): Path {
  const path = pathOfKey(key);
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return { key, folder: path.slice(0, slash), stem: path.slice(slash, dot), ending: path.slice(dot + 1) };
}
