/**
 * What CVAT's `manifest.jsonl` says of one image (`utils/dataset_manifest/core.py` of CVAT, versions 1.0 and 1.1), and
 * where that image lies.
 */
import { InvalidDataError } from '../../errors.ts';

export interface ManifestImage {
  /** Path without its extension, `/` between its parts. */
  readonly name: string;
  /** With its dot; empty where there is none. */
  readonly extension: string;
  /** Image pixels, as it is shown; of a point cloud what its header says. */
  readonly width?: number;
  readonly height?: number;
  /** `related_images` and whatever else stood there. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** MD5, hexadecimal. */
  readonly checksum?: string;
}

/** Names are relative to the manifest's own folder, or to `root`: a prefix, empty for the bucket's top. */
export interface ManifestPlace {
  readonly manifestKey: string;
  readonly root?: string;
}

/** The whole key of an image. */
export function manifestKeyOf(
  { name, extension }: Pick<ManifestImage, 'name' | 'extension'>,
  place: ManifestPlace,
): string {
  let base = baseOf(place);
  let path = (name + extension).replaceAll('\\', '/');
  for (let step = leadingStep(path); step !== ''; step = leadingStep(path)) {
    path = path.slice(step.length);
    if (step === '../') base = base.replace(/[^/]*\/$/, '');
  }
  return base + path;
}

/**
 * Name and extension of an object, as they stand in a manifest there.
 * @throws InvalidDataError for objects that do not lie below it
 */
export function manifestNameOf(key: string, place: ManifestPlace): Pick<ManifestImage, 'name' | 'extension'> {
  const base = baseOf(place);
  if (!key.startsWith(base) || key === base) {
    throw new InvalidDataError(`"${key}" does not lie below "${base}", where the manifest looks.`, {
      where: key,
      remedy: { text: 'Put the manifest into a folder above all images, or choose another root.' },
    });
  }
  const path = key.slice(base.length);
  // As Python's `splitext`: dots that a name begins with are no extension.
  const extension = /(?<=[^/.][^/]*)\.[^./]*$/.exec(path)?.[0] ?? '';
  return { name: path.slice(0, path.length - extension.length), extension };
}

/** Keys of the pictures that are shown beside an image. */
export function relatedKeysOf({ meta }: ManifestImage, place: ManifestPlace): string[] {
  const related = meta?.['related_images'];
  if (!Array.isArray(related)) return [];
  return related
    .filter((path) => typeof path === 'string')
    .map((path) => manifestKeyOf({ name: path, extension: '' }, place));
}

function baseOf({ manifestKey, root }: ManifestPlace): string {
  if (root === undefined) return manifestKey.slice(0, manifestKey.lastIndexOf('/') + 1);
  return root === '' || root.endsWith('/') ? root : `${root}/`;
}

function leadingStep(path: string): string {
  return /^\.\.?\//.exec(path)?.[0] ?? '';
}
