/** Reads archives from outside: bounded in entries, size and ratio, and never out of their own folder. */
import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { InvalidDataError } from '../../errors.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Of everything together, unpacked. */
  readonly bytes: number;
  /** Unpacked against packed, of one entry. */
  readonly ratio: number;
}

export const zipLimits: ZipLimits = { entries: 100_000, bytes: 20e9, ratio: 250 };

/** Less than this is no harm, whatever its ratio: an empty bitmap packs well. */
const harmless = 1_000_000;

interface ZipFile {
  /** As `folder/name.jpg`. */
  readonly path: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** Throws `InvalidDataError` where it unpacks to more than it says. */
  readonly open: () => Promise<Blob>;
}

export interface ZipContent {
  readonly files: readonly ZipFile[];
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

/** @throws InvalidDataError where it is no archive, or beyond the limits as a whole. */
export async function readZip(archive: Blob, name: string, limits = zipLimits): Promise<ZipContent> {
  configure({ useWebWorkers: false });
  // Names are judged below, one by one: else a single one that leads out would refuse all.
  const reader = new ZipReader(new BlobReader(archive), { filenameValidation: 'tolerant' });
  const files: ZipFile[] = [];
  const refused: { path: string; why: string }[] = [];
  const seen = new Set<string>();
  let count = 0;
  let bytes = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries)
        throw tooMuch(name, `more than ${limits.entries.toLocaleString('en-GB')} entries`);
      if (entry.directory) continue;
      const path = entry.filename;
      const why = whyRefused(entry, limits) ?? (seen.has(path) ? 'is in it twice' : undefined);
      seen.add(path);
      if (why !== undefined) {
        refused.push({ path, why });
        continue;
      }
      bytes += entry.uncompressedSize;
      if (bytes > limits.bytes)
        throw tooMuch(name, `more than ${Math.round(limits.bytes / 1e9)} GB unpacked`);
      files.push({ path, size: entry.uncompressedSize, open: async () => unpack(entry) });
    }
  } catch (error) {
    if (error instanceof InvalidDataError) throw error;
    throw new InvalidDataError(`“${name}” cannot be read as an archive.`, {
      where: name,
      cause: error,
      remedy: { text: 'It may have been cut short on its way. Make it again as a .zip, or unpack it first.' },
    });
  }
  return { files, refused };
}

function tooMuch(name: string, what: string): InvalidDataError {
  return new InvalidDataError(`“${name}” has ${what}.`, {
    where: name,
    remedy: { text: 'Unpack it and attach the folder: then nothing is copied.' },
  });
}

function whyRefused(entry: FileEntry, limits: ZipLimits): string | undefined {
  const path = entry.filename;
  const leaves =
    path === '' ||
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[a-z]:/i.test(path) ||
    path.split('/').some((part) => part === '..' || part === '.' || part === '');
  if (leaves) return 'leads out of the archive';
  const unixKind = (entry.externalFileAttributes >>> 28) & 0xf;
  if (unixKind === 0xa) return 'is a link';
  if (entry.encrypted) return 'is locked with a password';
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > harmless && ratio > limits.ratio) {
    return `unpacks to ${Math.round(ratio)} times its size`;
  }
  return undefined;
}

/** Stops as soon as there is more than was said. */
async function unpack(entry: FileEntry): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      size += part.byteLength;
      if (size > entry.uncompressedSize) throw broken(entry.filename, 'it unpacks to more than it says');
      parts.push(new Uint8Array(part));
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true });
  } catch (error) {
    if (error instanceof InvalidDataError) throw error;
    throw broken(entry.filename, 'its bytes are not what the archive says', error);
  }
  if (size !== entry.uncompressedSize) throw broken(entry.filename, 'it unpacks to less than it says');
  return new Blob(parts);
}

function broken(path: string, what: string, cause?: unknown): InvalidDataError {
  return new InvalidDataError(`“${path}” in the archive is broken: ${what}.`, { where: path, cause });
}
