/** Tags of a labeling config in which something is said, not drawn, as attributes. */
import { undefinedValue } from '../../model/attribute-rules.ts';
import type { Attribute } from '../../model/label.ts';
import type { XmlElement } from '../../util/xml-tree.ts';

type RawAttribute = Omit<Attribute, 'id'>;

const controls = new Set(['Choices', 'TextArea', 'Number', 'Rating', 'Taxonomy']);

export function isValueControl({ name }: XmlElement): boolean {
  return controls.has(name);
}

/** Several only for `Choices` of which one may take more than one. */
export function attributesOfControl(element: XmlElement): RawAttribute[] {
  const name = element.attributes.get('name')?.trim().slice(0, 64) || element.name;
  switch (element.name) {
    case 'Choices': {
      const values = choices(element.children, 'Choice', '');
      if (element.attributes.get('choice') !== 'multiple') return selectOf(element, name, values);
      return values.map((value) => ({
        name: value.slice(0, 64),
        inputType: 'checkbox',
        mutable: true,
        values: ['false'],
        defaultValue: 'false',
      }));
    }
    case 'Taxonomy':
      return selectOf(element, name, choices(element.children, 'Choice', ''));
    case 'Rating': {
      const most = Math.min(100, Math.max(1, Number(element.attributes.get('maxRating') ?? 5) || 5));
      return selectOf(
        element,
        name,
        Array.from({ length: most }, (_, index) => String(index + 1)),
      );
    }
    case 'Number': {
      const [min, max, step] = [
        numberOf(element, 'min', 0),
        numberOf(element, 'max', 100),
        numberOf(element, 'step', 1),
      ];
      const fits = min < max && step > 0 && step <= max - min;
      const values = fits ? [String(min), String(max), String(step)] : ['0', '100', '1'];
      return [{ name, inputType: 'number', mutable: true, values, defaultValue: values[0] ?? '0' }];
    }
    case 'TextArea':
      return [{ name, inputType: 'text', mutable: true, values: [], defaultValue: '' }];
    default:
      return [];
  }
}

/** What need not be said can be left blank. */
function selectOf(element: XmlElement, name: string, found: readonly string[]): RawAttribute[] {
  const unique = [...new Set(found)];
  if (unique.length === 0) return [];
  const isRequired = element.attributes.get('required')?.toLowerCase() === 'true';
  const values = isRequired ? unique : [undefinedValue, ...unique];
  return [{ name, inputType: 'select', mutable: true, values, defaultValue: values[0] ?? '' }];
}

/** Nested ones with their way: "Animal / Dog". */
function choices(elements: readonly XmlElement[], tag: string, above: string): string[] {
  return elements.flatMap((element) => {
    if (element.name !== tag) return choices(element.children, tag, above);
    const value = element.attributes.get('value')?.trim() ?? '';
    const path = above === '' ? value : `${above} / ${value}`;
    const inner = choices(element.children, tag, path);
    return [...(value === '' ? [] : [path.slice(0, 200)]), ...inner];
  });
}

function numberOf({ attributes }: XmlElement, name: string, usual: number): number {
  const value = Number(attributes.get(name) ?? usual);
  return Number.isFinite(value) ? value : usual;
}
