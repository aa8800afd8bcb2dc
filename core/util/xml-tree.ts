/**
 * Reads a small XML document from outside into plain data. No document types: neither entities that grow, nor any
 * that lie elsewhere. Comments and processing instructions are passed over.
 */
import { InvalidDataError } from '../errors.ts';
import { unescapeXml } from './xml.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Into the document. */
  readonly offset: number;
}

const mostLetters = 4_000_000;
const mostElements = 100_000;
const deepest = 64;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly offset: number;
}

const markup =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[([\s\S]*?)\]\]>|(!)[A-Za-z]|\/([A-Za-z_][\w.:-]*)\s*>|([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The outermost elements, of which a fragment may have several.
 * @throws InvalidDataError with line and column of what breaks.
 */
export function parseXml(xml: string): XmlElement[] {
  if (xml.length > mostLetters) throw broken(xml, 0, 'it is longer than 4 MB');
  const root: Open = { name: '', attributes: new Map(), children: [], text: '', offset: 0 };
  const stack: Open[] = [root];
  let count = 0;
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const next = xml.indexOf('<', at);
    const top = stack.at(-1) ?? root;
    top.text += unescapeXml(xml.slice(at, next < 0 ? undefined : next));
    if (next < 0) break;
    markup.lastIndex = next;
    const match = markup.exec(xml);
    if (!match) throw broken(xml, next, 'this is no element');
    const [whole, data, declaration, closes, name, attributes, empty] = match;
    if (declaration !== undefined) throw broken(xml, next, 'document types and entities are not read');
    at = next + whole.length;
    if (data !== undefined) top.text += data;
    else if (closes !== undefined) {
      if (stack.length === 1 || top.name !== closes)
        throw broken(xml, next, `</${closes}> closes what is not open`);
      stack.pop();
      stack.at(-1)?.children.push(top);
    } else if (name !== undefined) {
      count += 1;
      if (count > mostElements) throw broken(xml, next, 'it has more than 100,000 elements');
      if (stack.length > deepest) throw broken(xml, next, 'its elements are nested too deeply');
      const element: Open = {
        name,
        attributes: readAttributes(attributes ?? ''),
        children: [],
        text: '',
        offset: next,
      };
      if (empty === '/') top.children.push(element);
      else stack.push(element);
    }
  }
  const last = stack.at(-1);
  if (last && last !== root) throw broken(xml, last.offset, `<${last.name}> is not closed`);
  return root.children;
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    found.set(name, unescapeXml(double ?? single ?? ''));
  }
  return found;
}

function broken(xml: string, offset: number, what: string): InvalidDataError {
  const before = xml.slice(0, offset).split('\n');
  const where = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const [line, column] = where.split(':');
  return new InvalidDataError(`The XML cannot be read: ${what}, in line ${line}, column ${column}.`, {
    where,
  });
}
