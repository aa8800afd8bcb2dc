/** How shapes look on the canvas (docs/architecture.md, "The canvas"); all lengths are device pixels at ratio 1. */
import type { Label } from '#core/model/label.ts';

/** Colours of one label, ready for a 2D context. */
export interface LabelStyle {
  readonly stroke: string;
  readonly fill: string;
  readonly hoverFill: string;
  readonly selectedFill: string;
}

export const halo = 'rgba(0, 0, 0, 0.55)';

/** On a frame with more shapes than this, thousands of faint fills are only murk: they are left out, and small shapes lose their halo. */
export const crowd = 2000;
/** What is small in a crowd, in CSS pixels. */
export const smallSide = 12;

export function labelStyles(labels: readonly Label[]): ReadonlyMap<number, LabelStyle> {
  return new Map(labels.map((label) => [label.id, labelStyle(label.color)]));
}

/** For labels that are no longer there. */
export const unknownStyle = labelStyle('#b3b3b3');

function labelStyle(color: string): LabelStyle {
  return {
    stroke: color,
    fill: withAlpha(color, 0.04),
    hoverFill: withAlpha(color, 0.12),
    selectedFill: withAlpha(color, 0.22),
  };
}

function withAlpha(color: string, alpha: number): string {
  return `${color}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
