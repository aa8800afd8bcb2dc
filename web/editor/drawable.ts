/** Which labels can be drawn with: so far only boxes are. */
import type { Label } from '#core/model/label.ts';

export function isDrawable({ type }: Label): boolean {
  return type === 'any' || type === 'rectangle';
}
