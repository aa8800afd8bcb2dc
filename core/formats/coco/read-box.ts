/** The rectangle of one annotation, or why it has none. */
import { fromBox, type Box, type Corners } from './corners.ts';

/** Other tools round: a box may stick out of its image by as much, and is cut there. */
const tolerance = 1;

export interface ImageSize {
  /** Pixels, 0 where unknown. */
  readonly width: number;
  readonly height: number;
}

type Annotation = Readonly<Record<string, unknown>>;

/** Corners inside of the image; a sentence where the annotation is no box or lies outside. */
export function readCorners(
  annotation: Annotation,
  image: ImageSize,
): [number, number, number, number] | string {
  const { segmentation, keypoints } = annotation;
  if (annotation['iscrowd'] === 1 || isFilled(segmentation)) {
    return Array.isArray(segmentation) ? 'It is a polygon, not a box.' : 'It is a mask, not a box.';
  }
  if (isFilled(keypoints)) return 'It is a set of key points, not a box.';
  const box = fourNumbers(annotation['bbox']);
  if (!box) return 'Its bbox is not four numbers.';
  if (box[2] <= 0 || box[3] <= 0) return `Its box is ${box[2]} x ${box[3]} pixels in size.`;
  const [left, top, right, bottom] = ownCorners(annotation['corners'], box) ?? fromBox(box);
  const width = image.width || Number.MAX_VALUE;
  const height = image.height || Number.MAX_VALUE;
  if (left < -tolerance || top < -tolerance || right > width + tolerance || bottom > height + tolerance) {
    const size = image.width > 0 && image.height > 0 ? ` of ${image.width} x ${image.height}` : '';
    return `Its box [${box.join(', ')}] lies outside of its image${size}.`;
  }
  const inside: [number, number, number, number] = [
    Math.max(0, left),
    Math.max(0, top),
    Math.min(width, right),
    Math.min(height, bottom),
  ];
  if (inside[0] < inside[2] && inside[1] < inside[3]) return inside;
  return `Its box [${box.join(', ')}] has no pixel inside of its image.`;
}

/** What we wrote where a box alone would lose a bit; ignored when somebody changed the box since. */
function ownCorners(value: unknown, box: Box): Corners | undefined {
  const corners = fourNumbers(value);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
  return corners && fromBox(box).every((side, index) => near(side, corners[index] ?? Number.NaN))
    ? corners
    : undefined;
}

function fourNumbers(value: unknown): Box | undefined {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [a, b, c, d] = value as unknown[];
  return isFinite(a) && isFinite(b) && isFinite(c) && isFinite(d) ? [a, b, c, d] : undefined;
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null;
}
