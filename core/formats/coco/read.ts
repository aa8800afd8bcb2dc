/** Reads COCO instances. Checks by hand: a file may hold a million annotations. */
import { InvalidDataError } from '../../errors.ts';
import type { Label } from '../../model/label.ts';
import { parseJson } from '../../util/json.ts';
import { makeFindingList, type FindingList } from '../findings.ts';
import type { ImportedShape, ReadResult, ReadTarget } from '../format.ts';
import { makeFrameMatcher } from '../match-frames.ts';
import { hasOwnOccluded, occludedName, readAttributes } from './attributes.ts';
import { readCorners } from './read-box.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Longer text than engines take as one string. */
const mostBytes = 400_000_000;

/** @throws InvalidDataError where the file is no JSON, or no COCO. */
export async function readCoco(file: Blob, target: ReadTarget): Promise<ReadResult> {
  if (file.size > mostBytes) {
    throw new InvalidDataError('The file is over 400 MB. Split it, then import the parts.', {
      where: 'file',
    });
  }
  const text = await file.text();
  if (text.startsWith('PK\u0003\u0004')) {
    throw new InvalidDataError(
      'The file is a zip archive. Unpack it and choose the .json file in "annotations".',
      {
        where: 'file',
      },
    );
  }
  return readTables(parseJson(text), target);
}

interface Category {
  readonly label: Label | undefined;
  readonly where: string;
  readonly name: string;
  left: number;
}

interface Image {
  readonly frame: number | undefined;
  readonly where: string;
  readonly why: string;
  readonly width: number;
  readonly height: number;
  left: number;
}

function readTables(root: unknown, target: ReadTarget): ReadResult {
  if (!isObject(root)) {
    throw new InvalidDataError('The file is JSON, but no COCO file: it is no object.', { where: '$' });
  }
  const findings = makeFindingList();
  const categories = readCategories(table(root, 'categories'), target.labels, findings);
  const images = readImages(table(root, 'images'), target.frames, findings);
  const annotations = table(root, 'annotations');
  const seen = new Set<unknown>();
  const frames = new Map<number, ImportedShape[]>();
  let taken = 0;
  annotations.forEach((annotation, index) => {
    const where = `annotations[${index}]`;
    if (!isObject(annotation)) return findings.add(where, 'It is no object.');
    if (annotation['id'] !== undefined && seen.has(annotation['id'])) {
      return findings.add(where, `Another one has the id ${show(annotation['id'])} too.`);
    }
    seen.add(annotation['id']);
    const image = images.get(annotation['image_id']);
    const category = categories.get(annotation['category_id']);
    if (!image)
      return findings.add(
        where,
        `It is on image ${show(annotation['image_id'])}, which the file does not have.`,
      );
    if (!category) {
      return findings.add(
        where,
        `It is of category ${show(annotation['category_id'])}, which the file does not have.`,
      );
    }
    if (image.frame === undefined) return void image.left++;
    if (!category.label) return void category.left++;
    const points = readCorners(annotation, image);
    if (typeof points === 'string') return findings.add(where, points);
    const shape = toShape(annotation, category.label, points, { where, findings });
    const shapes = frames.get(image.frame);
    if (shapes) shapes.push(shape);
    else frames.set(image.frame, [shape]);
    taken++;
  });
  for (const { where, why, left } of images.values())
    if (left > 0) findings.add(where, `${why} ${leftOut(left)}`);
  for (const { where, name, left } of categories.values()) {
    if (left > 0) findings.add(where, `No label is named "${name}". ${leftOut(left)}`);
  }
  return {
    frames: [...frames].sort(([a], [b]) => a - b).map(([frame, shapes]) => ({ frame, shapes })),
    taken,
    found: annotations.length,
    findings: findings.result(),
  };
}

function toShape(
  annotation: JsonObject,
  label: Label,
  points: ImportedShape['points'],
  { where, findings }: { where: string; findings: FindingList },
): ImportedShape {
  const values = isObject(annotation['attributes']) ? annotation['attributes'] : {};
  const { attributes, refused } = readAttributes(label, values);
  for (const name of refused)
    findings.add(where, `Its attribute "${name}" does not fit the label "${label.name}".`);
  return {
    kind: 'rectangle',
    labelId: label.id,
    points,
    occluded: (hasOwnOccluded(label) ? annotation : values)[occludedName] === true,
    locked: false,
    hidden: false,
    zOrder: 0,
    source: 'file',
    attributes,
  };
}

function readCategories(
  rows: readonly unknown[],
  labels: readonly Label[],
  findings: FindingList,
): Map<unknown, Category> {
  const byName = new Map(labels.map((label) => [label.name, label]));
  const categories = new Map<unknown, Category>();
  rows.forEach((row, index) => {
    const where = `categories[${index}]`;
    if (!isObject(row) || !isId(row['id']) || typeof row['name'] !== 'string') {
      return findings.add(where, 'It has no id or no name.');
    }
    if (categories.has(row['id']))
      return findings.add(where, `Another one has the id ${show(row['id'])} too.`);
    const { name } = row;
    categories.set(row['id'], { label: byName.get(name), where, name, left: 0 });
  });
  return categories;
}

function readImages(
  rows: readonly unknown[],
  frames: ReadTarget['frames'],
  findings: FindingList,
): Map<unknown, Image> {
  const match = makeFrameMatcher(frames);
  const images = new Map<unknown, Image>();
  const used = new Set<number>();
  rows.forEach((row, index) => {
    const where = `images[${index}]`;
    if (!isObject(row) || !isId(row['id']) || typeof row['file_name'] !== 'string') {
      return findings.add(where, 'It has no id or no file_name.');
    }
    if (images.has(row['id'])) return findings.add(where, `Another one has the id ${show(row['id'])} too.`);
    const name = row['file_name'];
    const found = match(name);
    const size = { width: toSize(row['width']), height: toSize(row['height']) };
    let why = '';
    if (found === 'none') why = `No frame here is named "${name}".`;
    else if (found === 'several') why = `"${name}" could be more than one frame.`;
    else if (used.has(found)) why = `"${name}" is the frame that an image before it is.`;
    const frame = typeof found === 'number' && why === '' ? found : undefined;
    if (frame !== undefined) used.add(frame);
    images.set(row['id'], { frame, where, why, ...size, left: 0 });
  });
  return images;
}

/** @throws InvalidDataError where the table is missing or none. */
function table(root: JsonObject, name: string): readonly unknown[] {
  const rows = root[name];
  if (Array.isArray(rows)) return rows;
  throw new InvalidDataError(`The file is JSON, but no COCO file: it has no list "${name}".`, {
    where: `$.${name}`,
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers in COCO; some tools write text. */
function isId(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

/** 0 where unknown. */
function toSize(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}

function leftOut(count: number): string {
  return count === 1
    ? 'Its 1 object was left out.'
    : `Its ${count.toLocaleString('en')} objects were left out.`;
}

function show(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value).slice(0, 40);
}
