/** Whether a list of labels can stand: CVAT's rules, and ids that hold the list together. */
import { InvalidDataError } from '../errors.ts';
import { attributeProblems } from './attribute-rules.ts';
import type { Attribute, Label, Skeleton } from './label.ts';
import { attributesOf } from './label-ids.ts';

const longestName = 64;

/** Throws `InvalidDataError` for the first thing that is wrong. `former` is the list that `labels` replace. */
export function checkLabels(labels: readonly Label[], former: readonly Label[] = []): void {
  checkNames(labels, 'label', 'labels');
  const ids = labels.flatMap(({ id, skeleton }) => [
    id,
    ...(skeleton?.nodes ?? []).map(({ labelId }) => labelId),
  ]);
  checkOnce(ids, 'labels');
  checkOnce(
    labels.flatMap(attributesOf).map(({ id }) => id),
    'attributes',
  );
  for (const label of labels) {
    const where = `label “${label.name}”`;
    checkColor(label.color, where);
    checkAttributes(label.attributes, where);
    if ((label.type === 'skeleton') !== (label.skeleton !== undefined))
      throw new InvalidDataError('A skeleton, and nothing else, has nodes.', { where });
    if (label.skeleton) checkSkeleton(label.skeleton, where);
    const before = former.find(({ id }) => id === label.id);
    if (before && (before.type === 'skeleton') !== (label.type === 'skeleton')) {
      throw new InvalidDataError('A skeleton stays one, and no other label becomes one.', {
        where,
        remedy: { text: 'Add another label, and delete this one.' },
      });
    }
  }
}

function checkSkeleton({ nodes, edges }: Skeleton, where: string): void {
  if (nodes.length === 0) throw new InvalidDataError('A skeleton has at least one node.', { where });
  checkNames(nodes, 'node', where);
  checkOnce(
    nodes.map(({ id }) => id),
    where,
  );
  for (const node of nodes) {
    checkColor(node.color, where);
    checkAttributes(node.attributes, `${where}, node “${node.name}”`);
  }
  const known = new Set(nodes.map(({ id }) => id));
  const loose = edges.find(([from, to]) => !known.has(from) || !known.has(to) || from === to);
  if (loose) throw new InvalidDataError(`Edge ${loose.join(' to ')} joins no two nodes.`, { where });
}

function checkAttributes(attributes: readonly Attribute[], where: string): void {
  checkNames(attributes, 'attribute', where);
  for (const attribute of attributes) {
    const [problem] = Object.values(attributeProblems(attribute));
    if (problem !== undefined)
      throw new InvalidDataError(problem, { where: `${where}, attribute “${attribute.name}”` });
  }
}

function checkNames(named: readonly { readonly name: string }[], what: string, where: string): void {
  const seen = new Set<string>();
  for (const { name } of named) {
    if (name.trim() === '') throw new InvalidDataError(`A ${what} has a name.`, { where });
    if (name.length > longestName)
      throw new InvalidDataError('A name has 64 characters at the most.', { where: name });
    if (seen.has(name)) throw new InvalidDataError(`There are two called “${name}”.`, { where });
    seen.add(name);
  }
}

function checkOnce(ids: readonly number[], where: string): void {
  if (new Set(ids).size < ids.length)
    throw new InvalidDataError('Two of them have the same number.', { where });
}

function checkColor(color: string, where: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(color))
    throw new InvalidDataError('A colour is # and six hexadecimal digits.', { where });
}
