/** What an object is by its name; what it really is shows when it is read. */

const imageEndings = new Set(['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'gif', 'bmp', 'avif']);

/** True for names of images that browsers decode. */
export function isImageKey(key: string): boolean {
  const dot = key.lastIndexOf('.');
  return dot > key.lastIndexOf('/') && imageEndings.has(key.slice(dot + 1).toLowerCase());
}
