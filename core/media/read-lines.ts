/** Lines of a text of any length, read a few mebibytes at a time. */
import { sizedFile, type SourceFile } from './source-file.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end and without a byte order mark; undefined where `error` says why there is none. */
  readonly text: string | undefined;
  readonly error?: string;
}

export interface ReadLinesOptions {
  /** Bytes for each request. */
  readonly chunkBytes?: number;
  /** Longer lines are an error, and passed over. */
  readonly maxLineBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

const newline = 10;
const mebibyte = 2 ** 20;

/** One batch for each part that was read, blank lines and all. Lines end with LF or CRLF, the last one maybe with nothing. */
export async function* readLines(
  source: SourceFile,
  { chunkBytes = 4 * mebibyte, maxLineBytes = 16 * mebibyte, signal }: ReadLinesOptions = {},
): AsyncGenerator<Line[]> {
  const file = await sizedFile(source);
  let number = 0;
  /** Of a line whose end has not been read yet. */
  let open: Uint8Array<ArrayBuffer>[] = [];
  let openBytes = 0;

  function close(tail: Uint8Array<ArrayBuffer>): Line {
    const bytes = openBytes + tail.length;
    const parts = [...open, tail];
    open = [];
    openBytes = 0;
    number++;
    if (bytes <= maxLineBytes) return decodeLine(joined(parts, bytes), number);
    const most = (maxLineBytes / mebibyte).toLocaleString('en', { maximumFractionDigits: 2 });
    return { number, text: undefined, error: `Line ${number} is longer than ${most} MiB.` };
  }

  for (let start = 0; start < file.size; start += chunkBytes) {
    signal?.throwIfAborted();
    const end = Math.min(start + chunkBytes, file.size) - 1;
    const bytes = new Uint8Array(await (await file.read({ start, end })).arrayBuffer());
    const lines: Line[] = [];
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      lines.push(close(bytes.subarray(from, at)));
      from = at + 1;
    }
    openBytes += bytes.length - from;
    // Of what is too long already, nothing more is kept.
    if (openBytes <= maxLineBytes) open.push(bytes.slice(from));
    else open = [];
    if (end === file.size - 1 && openBytes > 0) lines.push(close(new Uint8Array()));
    yield lines;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeLine(bytes: Uint8Array, number: number): Line {
  try {
    const text = decoder.decode(bytes);
    const start = number === 1 && text.startsWith('\uFEFF') ? 1 : 0;
    return { number, text: text.slice(start, text.endsWith('\r') ? -1 : undefined) };
  } catch {
    return { number, text: undefined, error: `Line ${number} is not UTF-8.` };
  }
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array {
  const [only, another] = parts;
  if (only && !another) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
