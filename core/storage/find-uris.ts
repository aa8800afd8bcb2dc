/**
 * Finds addresses of objects in a text: alone, quoted, in attributes of HTML with or without quotes, bare in prose, several.
 * Where one ends is decided by what stands before it, as keys may hold nearly anything.
 */
import { parseObjectUri, type ObjectUri } from '../model/object-uri.ts';
import { decodeEntities } from '../util/html-entities.ts';

export interface FoundUri {
  readonly uri: ObjectUri;
  /** Where it stands in the text, in UTF-16 units; `end` is behind it. */
  readonly start: number;
  readonly end: number;
  /** What takes its place is written as HTML. */
  readonly inHtml: boolean;
}

const begin = /(?<![a-z0-9+.\-_])(?:(?:s3|gs|azure-blob|azure-spi|https?):\/\/|\/data\/local-files\/?\?)/gi;
const anotherFollows = /[\s,;|]\s*(?:(?:s3|gs|azure-blob|azure-spi|https?):\/\/|\/data\/local-files\/?\?)/i;
const tag = /<[a-z!/][^>]*>/i;

/** In the order of the text; none overlap. */
export function findUris(text: string): FoundUri[] {
  const whole = wholeUri(text);
  if (whole) return [whole];
  const isHtml = tag.test(text);
  const found: FoundUri[] = [];
  let from = 0;
  for (const { index: start } of text.matchAll(begin)) {
    if (start < from) continue;
    const end = endOf(text, start, isHtml);
    const written = text.slice(start, end);
    const uri = parseObjectUri(isHtml ? decodeEntities(written) : written);
    if (!uri) continue;
    found.push({ uri, start, end, inHtml: isHtml });
    from = end;
  }
  return found;
}

/** A text that begins with an address is one, spaces and all, unless another follows. */
function wholeUri(text: string): FoundUri | undefined {
  const trimmed = text.trim();
  if (anotherFollows.test(trimmed) || /[\n\r]/.test(trimmed)) return undefined;
  const uri = parseObjectUri(trimmed);
  const start = text.length - text.trimStart().length;
  return uri && { uri, start, end: start + trimmed.length, inHtml: false };
}

function endOf(text: string, start: number, isHtml: boolean): number {
  const before = text.slice(Math.max(0, start - 200), start);
  const quoted = /(=\s*)?(\\?)(["'`])\s*$/.exec(before);
  if (quoted) {
    const [, equals, escape = '', quote = ''] = quoted;
    const end = closingQuote(text, start, escape + quote, isHtml && equals !== undefined);
    const isList = /\bsrcset\s*=\s*["']\s*$/i.test(before) || anotherFollows.test(text.slice(start, end));
    if (end !== undefined && !isList) return trimmedEnd(text, start, end);
  }
  if (isHtml && /<[^<>]*=\s*$/.test(before)) return endOfBareAttribute(text, start);
  return endOfBare(text, start, isHtml, before.endsWith('('));
}

/** In prose a quote may also be an apostrophe: the one that closes has no letter behind it. */
function closingQuote(text: string, start: number, quote: string, isAttribute: boolean): number | undefined {
  const first = text.indexOf(quote, start);
  if (first < 0) return undefined;
  if (isAttribute) return first;
  for (let at = first; at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!/[\p{L}\p{N}_]/u.test(text.charAt(at + quote.length))) return at;
  }
  return first;
}

function endOfBareAttribute(text: string, start: number): number {
  const length = /[\s>]/.exec(text.slice(start))?.index ?? text.length - start;
  const end = start + length;
  return text.startsWith('/>', end - 1) ? end - 1 : end;
}

function endOfBare(text: string, start: number, isHtml: boolean, inParentheses: boolean): number {
  const rest = text.slice(start);
  const stop = isHtml
    ? /[\s<>"`]|'(?![\p{L}\p{N}_])|&(?:quot|lt|gt|nbsp|apos|#39|#34);/u
    : /[\s<>"`]|'(?![\p{L}\p{N}_])/u;
  let bare = rest.slice(0, stop.exec(rest)?.index ?? rest.length);
  bare = bare.slice(0, anotherFollows.exec(bare)?.index ?? bare.length);
  if (inParentheses) bare = bare.slice(0, unbalanced(bare) ?? bare.length);
  let length = withoutPunctuation(bare);
  if (unbalanced(bare.slice(0, length)) === length - 1)
    length = withoutPunctuation(bare.slice(0, length - 1));
  return start + length;
}

/** The length without what ends a sentence. */
function withoutPunctuation(text: string): number {
  let length = text.length;
  while (length > 0 && '.,;:!?'.includes(text.charAt(length - 1))) length--;
  return length;
}

/** Where the first closing bracket stands that nothing opened. */
function unbalanced(text: string): number | undefined {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('([{'.includes(character)) open.push(character);
    const closed = ')]}'.indexOf(character);
    if (closed < 0) continue;
    if (open.at(-1) !== '([{'.charAt(closed)) return at;
    open.pop();
  }
  return undefined;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
