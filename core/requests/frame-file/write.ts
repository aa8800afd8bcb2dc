/** Writes a frame's file. The same annotations give the same text. */
import type { Label } from '../../model/label.ts';
import { ownOutputKey } from '../../model/own-output.ts';
import type { Shape } from '../../model/shape.ts';
import { type FileShape, frameFileFormat, type OwnPart } from './frame-file.ts';

export interface FrameOut {
  readonly task: { readonly uid: string; readonly name: string };
  readonly frame: number;
  /** Address of the frame's object, as `s3://bucket/key`. */
  readonly object: string;
  readonly width?: number;
  readonly height?: number;
  readonly labels: readonly Label[];
  readonly shapes: readonly Shape[];
  /** The task object that the frame was made from; what it holds is kept, but for its annotations. */
  readonly whole?: { readonly [name: string]: unknown } | undefined;
}

export function writeFrameFile(frame: FrameOut): string {
  const { task, object, width, height, whole } = frame;
  const shapes = toFileShapes(frame);
  const own: OwnPart = {
    format: frameFileFormat,
    task,
    frame: frame.frame,
    object,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    shapes,
  };
  const data = whole === undefined ? { image: object } : (whole['data'] ?? whole);
  const rest = whole !== undefined && 'data' in whole ? whole : {};
  return `${JSON.stringify({ ...rest, data, annotations: annotationsOf(own), [ownOutputKey]: own }, null, 2)}\n`;
}

function toFileShapes({ shapes, labels }: FrameOut): FileShape[] {
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  return shapes
    .toSorted((a, b) => a.id - b.id)
    .flatMap(({ labelId, attributes, points: [left, top, right, bottom], ...shape }) => {
      const label = labelOf.get(labelId);
      // A shape outlives its label only in a broken database; there is no name to write.
      if (!label) return [];
      const named = label.attributes.flatMap(({ id, name }) => {
        const value = attributes[id];
        return value === undefined ? [] : [[name, value] as const];
      });
      return [
        {
          ...shape,
          label: label.name,
          points: [left, top, right, bottom],
          attributes: Object.fromEntries(named),
        },
      ];
    });
}

/** Label Studio's results, in per cent of the picture; none where its size is not known. */
function annotationsOf({ width, height, shapes }: OwnPart): unknown[] {
  if (width === undefined || height === undefined) return [];
  const result = shapes.map(({ id, label, points: [left, top, right, bottom] }) => ({
    id: `bm-${id}`,
    type: 'rectanglelabels',
    from_name: 'label',
    to_name: 'image',
    origin: 'manual',
    original_width: width,
    original_height: height,
    image_rotation: 0,
    value: {
      x: (left / width) * 100,
      y: (top / height) * 100,
      width: ((right - left) / width) * 100,
      height: ((bottom - top) / height) * 100,
      rotation: 0,
      rectanglelabels: [label],
    },
  }));
  return [{ result, was_cancelled: false, ground_truth: false }];
}
