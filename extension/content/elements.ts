/** Elements without HTML strings, which strict pages forbid; with a namespace, as some pages are raw XML. */

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

export function make(
  name: string,
  fields: { class?: string; text?: string; label?: string; children?: readonly Element[] },
): HTMLElement {
  const element = document.createElementNS(html, name);
  if (!(element instanceof HTMLElement)) throw new Error(`${name} is no element of HTML`);
  if (fields.class !== undefined) element.className = fields.class;
  if (fields.text !== undefined) element.textContent = fields.text;
  if (fields.label !== undefined) element.setAttribute('aria-label', fields.label);
  if (name === 'button') element.setAttribute('type', 'button');
  element.append(...(fields.children ?? []));
  return element;
}

/** A 16 px outline on lucide's grid of 24. */
export function makeIcon(path: string, strokeWidth: number): Element {
  const icon = document.createElementNS(svg, 'svg');
  const attributes = {
    viewBox: '0 0 24 24',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': String(strokeWidth),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  const outline = document.createElementNS(svg, 'path');
  outline.setAttribute('d', path);
  icon.append(outline);
  return icon;
}
