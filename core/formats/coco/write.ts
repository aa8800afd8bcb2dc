/** Writes COCO instances: https://cocodataset.org/#format-data, with the fields that CVAT adds. */
import type { Label } from '../../model/label.ts';
import { ownOutputKey } from '../../model/own-output.ts';
import type { Shape } from '../../model/shape.ts';
import type { FrameRecord } from '../format.ts';
import { hasOwnOccluded, occludedName, toJsonValue } from './attributes.ts';
import { toBox } from './corners.ts';

/** Characters gathered before a piece is handed out. */
const pieceLength = 64 * 1024;

/**
 * One JSON object in pieces. `images` stands before `annotations`, so the source is gone through twice rather than
 * kept: ids are 1-based and count up in the order of the source.
 */
export async function* writeCoco(
  source: () => AsyncIterable<FrameRecord>,
  labels: readonly Label[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let piece = '';
  for await (const text of writeTexts(source, labels)) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}

async function* writeTexts(
  source: () => AsyncIterable<FrameRecord>,
  labels: readonly Label[],
): AsyncGenerator<string> {
  const categories = labels.map(({ name }, index) => ({ id: index + 1, name, supercategory: '' }));
  const head = {
    licenses: [{ name: '', id: 0, url: '' }],
    info: { contributor: '', date_created: '', description: '', url: '', version: '', year: '' },
    categories,
    [ownOutputKey]: { format: 'coco 1.0' },
  };
  yield `${JSON.stringify(head).slice(0, -1)},"images":[`;
  let imageId = 0;
  for await (const frame of source()) {
    yield `${imageId++ === 0 ? '' : ','}\n${JSON.stringify(toImage(frame, imageId))}`;
  }
  yield '\n],"annotations":[';
  const categoryOf = new Map(labels.map((label, index) => [label.id, { label, id: index + 1 }]));
  let annotationId = 0;
  imageId = 0;
  for await (const { shapes } of source()) {
    imageId++;
    let text = '';
    for (const shape of [...shapes].sort(byDepth)) {
      const category = categoryOf.get(shape.labelId);
      // A shape outlives its label only in a broken database; there is no category to name.
      if (!category) continue;
      annotationId++;
      const ids = `"id":${annotationId},"image_id":${imageId},"category_id":${category.id}`;
      text += `${annotationId === 1 ? '' : ','}\n{${ids},${fieldsOf(shape, category.label)}}`;
    }
    yield text;
  }
  yield '\n]}\n';
}

/** COCO has no depth: what is written later lies in front. */
function byDepth(a: Shape, b: Shape): number {
  return a.zOrder - b.zOrder || a.id - b.id;
}

function toImage({ key, width = 0, height = 0 }: FrameRecord, id: number): object {
  return { id, width, height, file_name: key, license: 0, flickr_url: '', coco_url: '', date_captured: 0 };
}

/** An annotation but for its ids. Numbers print themselves as JSON has them, which is most of the speed here. */
function fieldsOf(shape: Shape, label: Label): string {
  const { box, exact } = toBox(shape.points);
  const ownOccluded = hasOwnOccluded(label);
  const values: string[] = [];
  for (const attribute of label.attributes) {
    const text = shape.attributes[attribute.id];
    if (text !== undefined)
      values.push(`${JSON.stringify(attribute.name)}:${JSON.stringify(toJsonValue(attribute, text))}`);
  }
  if (!ownOccluded) values.push(`"${occludedName}":${shape.occluded}`);
  return (
    `"segmentation":[],"area":${box[2] * box[3]},"bbox":[${box.join(',')}],"iscrowd":0,"attributes":{${values.join(',')}}` +
    (ownOccluded ? `,"${occludedName}":${shape.occluded}` : '') +
    (exact ? '' : `,"corners":[${shape.points.join(',')}]`)
  );
}
