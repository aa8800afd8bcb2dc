/** A decoded image, ready to paint at any zoom. */
import { FrameError } from '../../errors.ts';
import { inspectImage, shortName } from './inspect.ts';

export interface Picture {
  /** In image pixels, after the EXIF rotation: what one sees. */
  readonly width: number;
  readonly height: number;
  /** Largest first; each holds the whole picture, smaller ones for small scales. */
  readonly levels: readonly ImageBitmap[];
  close(): void;
}

/**
 * Each level has half the sides of the one before, down to this long side: painting then never has to make
 * more than two pixels into one, which needs no filter but the cheapest.
 */
const smallestLevel = 640;

/** Decodes off the main thread. Throws a `FrameError` that says what is wrong with the object. */
export async function decodePicture(blob: Blob, key: string): Promise<Picture> {
  await inspectImage(blob, key);
  const full = await bitmap(blob, key, {});
  const levels = [full];
  for (let { width, height } = full; Math.max(width, height) / 2 >= smallestLevel; ) {
    width = Math.max(1, Math.round(width / 2));
    height = Math.max(1, Math.round(height / 2));
    levels.push(
      await bitmap(blob, key, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' }),
    );
  }
  return {
    width: full.width,
    height: full.height,
    levels,
    close(): void {
      for (const level of levels) level.close();
    },
  };
}

/** Bytes of memory that a picture takes. */
export function pictureBytes(picture: Picture): number {
  return picture.levels.reduce((sum, level) => sum + level.width * level.height * 4, 0);
}

async function bitmap(blob: Blob, key: string, options: ImageBitmapOptions): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image', ...options });
  } catch (cause) {
    throw new FrameError('not-an-image', `${shortName(key)} is damaged: this browser cannot decode it.`, {
      key,
      cause,
    });
  }
}
