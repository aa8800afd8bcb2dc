/** Somebody who owns things or is assigned to them. There are no accounts: people are names on this device. */
import type { PersonId } from './ids.ts';

export interface Person {
  readonly id: PersonId;
  readonly uid: string;
  /** Told apart by it in filters and links: no two people have the same one, whatever its case. */
  readonly name: string;
  /** `#rrggbb`, at least 4.5:1 under white. */
  readonly color: string;
}

/** Taken in turn by those who are added. */
export const personColors: readonly string[] = [
  '#3463a6',
  '#a1393f',
  '#2b7348',
  '#7d4ba3',
  '#8f5a12',
  '#17707f',
  '#b0306f',
  '#55682a',
  '#5554b8',
  '#8a4b34',
  '#4a6178',
  '#6d5a86',
];

/** White on a person's colour has to be read: WCAG's AA for small text. */
export const leastContrast = 4.5;

/** Of white to `#rrggbb`, by WCAG 2; not a number for what is no such colour. */
export function contrastUnderWhite(color: string): number {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = (parts ?? []).slice(1).map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
