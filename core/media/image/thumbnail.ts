/** Small pictures for lists. */
import type { Picture } from './picture.ts';

const width = 320;
const height = 180;

/** A 320 × 180 JPEG of the picture's middle. */
export async function makeThumbnail(picture: Picture): Promise<Blob> {
  const source = picture.levels.at(-1);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (source && context) {
    const scale = Math.max(width / source.width, height / source.height);
    const cut = { width: width / scale, height: height / scale };
    const left = (source.width - cut.width) / 2;
    const top = (source.height - cut.height) / 2;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(source, left, top, cut.width, cut.height, 0, 0, width, height);
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

/** The whole picture as a JPEG with a long side of at most 320. */
export async function shrinkPicture(picture: Picture): Promise<Blob> {
  const source = picture.levels.at(-1);
  const scale = Math.min(1, width / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (source && context) {
    context.imageSmoothingQuality = 'medium';
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
