/**
 * Object keys as paths of the browser's own disk, and back.
 * A part between slashes is a folder; names are percent-encoded, as the disk takes no empty name, `.` or `..`, and
 * cut into pieces, as it takes none over 255 bytes. A folder's name ends in `~` (a slash follows) or `+` (the part
 * goes on), so a file and a folder of one name can stand side by side, as in a bucket.
 */

const pieceLength = 180;

/** Names from the outermost folder to the file. */
export function toPath(key: string): { readonly folders: readonly string[]; readonly file: string } {
  const parts = key.split('/').map((part) => cut(encodePart(part)));
  const last = parts.pop() ?? [];
  const folders = parts.flatMap((pieces) => closed(pieces, '~'));
  return { folders: [...folders, ...last.slice(0, -1).map((piece) => `${piece}+`)], file: last.at(-1) ?? '' };
}

/** The text that a folder's name adds to the keys below it. */
export function fromFolderName(name: string): string {
  return decodePart(name.slice(0, -1)) + (name.endsWith('~') ? '/' : '');
}

export function fromFileName(name: string): string {
  return decodePart(name);
}

function closed(pieces: readonly string[], end: string): string[] {
  return pieces.map((piece, index) => piece + (index === pieces.length - 1 ? end : '+'));
}

function encodePart(part: string): string {
  if (part === '') return '%';
  const encoded = encodeURIComponent(part).replaceAll('~', '%7E').replaceAll('*', '%2A');
  return /^\.+$/.test(encoded) ? encoded.replaceAll('.', '%2E') : encoded;
}

function decodePart(name: string): string {
  return name === '%' ? '' : decodeURIComponent(name);
}

/** Cuts between characters, never inside of an escape or between the escapes of one character. */
function cut(encoded: string): string[] {
  const units = encoded.match(/(?:%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+|[^%]|%$)/g) ?? [];
  const pieces = [''];
  for (const unit of units) {
    const last = pieces.length - 1;
    if ((pieces[last] ?? '').length + unit.length > pieceLength) pieces.push(unit);
    else pieces[last] += unit;
  }
  return pieces;
}
