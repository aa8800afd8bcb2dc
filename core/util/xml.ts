/**
 * Reads the flat XML that storages answer with: elements without attributes of interest, no CDATA, no comments.
 * Core has no DOMParser, and for a page of 1,000 keys this is several times faster.
 */

/** The inside of each `<name>...</name>` that is not itself inside another of that name, in document order. */
export function* elements(xml: string, name: string): Generator<string> {
  const open = `<${name}>`;
  const close = `</${name}>`;
  let at = 0;
  for (;;) {
    const start = xml.indexOf(open, at);
    if (start < 0) return;
    const end = xml.indexOf(close, start + open.length);
    if (end < 0) return;
    yield xml.slice(start + open.length, end);
    at = end + close.length;
  }
}

/** The text of the first `<name>`, unescaped; undefined where there is none. */
export function elementText(xml: string, name: string): string | undefined {
  const text = rawText(xml, name);
  return text === undefined ? undefined : unescapeXml(text);
}

/** The same as it stands in the XML. */
export function rawText(xml: string, name: string): string | undefined {
  const open = `<${name}>`;
  const start = xml.indexOf(open);
  if (start < 0) return undefined;
  const end = xml.indexOf(`</${name}>`, start + open.length);
  return end < 0 ? undefined : xml.slice(start + open.length, end);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five named entities and numeric references; anything else stays as it is. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text as it may stand in an attribute in either kind of quotes; line breaks and tabs are kept by number. */
export function escapeXmlAttribute(text: string): string {
  return text.replace(/[&<>"'\n\r\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
