/** What an object is by its name; what it really is shows when it is read. */

export const mediaKinds = ['image', 'video', 'pointcloud', 'archive', 'pdf', 'text', 'audio'] as const;
export type MediaKind = (typeof mediaKinds)[number];

const endings: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'gif', 'bmp', 'avif'],
  video: ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'mpg', 'mpeg', 'ogv', 'ts'],
  pointcloud: ['pcd', 'bin'],
  archive: ['zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', '7z', 'rar', 'cpio'],
  pdf: ['pdf'],
  text: ['txt', 'md', 'csv', 'tsv', 'html', 'htm', 'xml', 'json', 'jsonl', 'ndjson', 'parquet'],
  audio: ['mp3', 'wav', 'flac', 'ogg', 'oga', 'opus', 'm4a', 'aac'],
};

const kindOfEnding = new Map(mediaKinds.flatMap((kind) => endings[kind].map((ending) => [ending, kind])));

/** By the ending of the name; undefined for what is none of them. */
export function mediaKind(key: string): MediaKind | undefined {
  const path = pathOfKey(key);
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? kindOfEnding.get(path.slice(dot + 1).toLowerCase()) : undefined;
}

/** Of an address the part before query and fragment; other keys as they are, as `?` is a letter in a bucket. */
export function pathOfKey(key: string): string {
  return /^https?:\/\//i.test(key) ? key.replace(/[?#].*$/s, '') : key;
}

/** True for names of images that browsers decode. */
export function isImageKey(key: string): boolean {
  return mediaKind(key) === 'image';
}
