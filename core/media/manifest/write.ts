/** Writes a manifest of images byte for byte as CVAT 1.1 does, and the index that it keeps beside it. */
import type { ManifestImage } from './entry.ts';

export interface WrittenManifest {
  /** For `manifest.jsonl`. */
  readonly manifest: Blob;
  /** For `index.json`: where each row begins, in bytes. */
  readonly index: Blob;
}

/** Characters that are put together before they become part of a blob, which needs no memory of the page. */
const partLength = 2 ** 20;

/** `undefined` stands for a frame that is left out. */
export async function writeManifest(
  images: AsyncIterable<ManifestImage | undefined> | Iterable<ManifestImage | undefined>,
): Promise<WrittenManifest> {
  const manifest = new Parts();
  const index = new Parts();
  manifest.add('{"version":"1.1"}\n{"type":"images"}\n');
  index.add('{');
  let row = 0;
  for await (const image of images) {
    index.add(`${row === 0 ? '' : ','}"${row}":${manifest.length}`);
    manifest.add(`${toLine(image)}\n`);
    row++;
  }
  index.add('}');
  return { manifest: manifest.toBlob('application/jsonl'), index: index.toBlob('application/json') };
}

/** The order of the fields is CVAT's. Python writes what is not ASCII as escapes, so bytes are characters. */
function toLine(image: ManifestImage | undefined): string {
  if (!image) return '{}';
  const { name, extension, width, height, meta, checksum } = image;
  return JSON.stringify({ name, extension, width, height, meta, checksum }).replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

class Parts {
  readonly #blobs: Blob[] = [];
  #open = '';
  /** Characters so far. */
  length = 0;

  add(text: string): void {
    this.#open += text;
    this.length += text.length;
    if (this.#open.length < partLength) return;
    this.#blobs.push(new Blob([this.#open]));
    this.#open = '';
  }

  toBlob(type: string): Blob {
    return new Blob([...this.#blobs, this.#open], { type });
  }
}
