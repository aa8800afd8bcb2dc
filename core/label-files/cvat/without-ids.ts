/** Labels of another task or project as they are pasted here: their ids mean nothing, what they name stays. */
import { parseLocatedJson } from '../../util/located-json.ts';
import { escapeXmlAttribute } from '../../util/xml.ts';

/** The text anew without ids, nodes naming their sublabels; text that is no list of labels as it is. */
export function withoutIds(text: string): string {
  const json = parseLocatedJson(text);
  if (!json.ok || !Array.isArray(json.value)) return text;
  return JSON.stringify(json.value.map(strip), null, 2);
}

function strip(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { id: _id, attributes, sublabels, svg, ...rest } = value;
  return {
    ...rest,
    ...(Array.isArray(attributes) ? { attributes: attributes.map(strip) } : {}),
    ...(Array.isArray(sublabels) ? { sublabels: sublabels.map(strip) } : {}),
    ...(typeof svg === 'string' ? { svg: byName(svg, Array.isArray(sublabels) ? sublabels : []) } : {}),
  };
}

/** A node's `data-label-id` becomes the name of that sublabel. */
function byName(svg: string, sublabels: readonly unknown[]): string {
  return svg.replace(/data-label-id="(\d+)"/g, (whole, id) => {
    const named = sublabels.find((each) => isRecord(each) && String(each['id']) === id);
    const name = isRecord(named) ? named['name'] : undefined;
    return typeof name === 'string' ? `data-label-name="${escapeXmlAttribute(name)}"` : whole;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
