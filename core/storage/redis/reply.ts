/** What Redis answers, and its own notation of it (RESP 2). */

export type Reply = number | null | Uint8Array<ArrayBuffer> | readonly Reply[];

/** Redis refused the command; `message` begins with a word for the reason, as `NOPERM`. */
export interface Refused {
  readonly refused: string;
}

interface Parsed {
  readonly reply: Reply | Refused;
  /** Where the bytes behind the reply begin. */
  readonly end: number;
}

const ascii = new TextDecoder('latin1');
const encoder = new TextEncoder();

/** Reads one reply at `start`; undefined where the bytes end before it does. Throws where this is no RESP. */
export function parseReply(bytes: Uint8Array<ArrayBuffer>, start = 0): Parsed | undefined {
  const lineEnd = bytes.indexOf(13, start);
  if (lineEnd < 0 || lineEnd + 2 > bytes.length) return undefined;
  const line = ascii.decode(bytes.subarray(start + 1, lineEnd));
  const next = lineEnd + 2;
  switch (String.fromCharCode(bytes[start] ?? 0)) {
    case '+':
      return { reply: encoder.encode(line), end: next };
    case '-':
      return { reply: { refused: line }, end: next };
    case ':':
      return { reply: Number(line), end: next };
    case '$':
      return parseBulk(bytes, next, Number(line));
    case '*':
      return parseArray(bytes, next, Number(line));
    default:
      throw new TypeError('This is no answer of Redis.');
  }
}

function parseBulk(bytes: Uint8Array<ArrayBuffer>, start: number, length: number): Parsed | undefined {
  if (length < 0) return { reply: null, end: start };
  const end = start + length;
  return end + 2 > bytes.length ? undefined : { reply: bytes.subarray(start, end), end: end + 2 };
}

function parseArray(bytes: Uint8Array<ArrayBuffer>, start: number, length: number): Parsed | undefined {
  const items: Reply[] = [];
  let end = start;
  for (let i = 0; i < length; i++) {
    const item = parseReply(bytes, end);
    if (item === undefined) return undefined;
    if (isRefused(item.reply)) return { reply: item.reply, end: item.end };
    items.push(item.reply);
    end = item.end;
  }
  return { reply: items, end };
}

export function isRefused(reply: Reply | Refused): reply is Refused {
  return typeof reply === 'object' && reply !== null && 'refused' in reply;
}
