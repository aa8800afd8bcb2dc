/** Default colours of labels, told apart in normal vision and in the three common kinds of colour blindness. */

const first = [
  '#2f80ff',
  '#ff9e1b',
  '#64fcd7',
  '#dca2ff',
  '#dbfe48',
  '#e06351',
  '#b3222b',
  '#3463a6',
] as const;

/**
 * The colour for one more label beside those that have `used`. From the ninth on it is the next one of the
 * VOC palette, whose bit interleave CVAT's default colours come from, that is not yet taken.
 */
export function nextColor(used: readonly string[]): string {
  const taken = new Set(used.map((color) => color.toLowerCase()));
  const free = first.find((color) => !taken.has(color));
  if (free !== undefined) return free;
  for (let index = 1; ; index += 1) {
    const color = vocColor(index);
    if (!taken.has(color)) return color;
  }
}

/** The VOC palette: bits of the index are dealt to red, green and blue in turn, highest first. */
function vocColor(index: number): string {
  const channels = [0, 0, 0];
  for (let bit = 7, rest = index; bit >= 0; bit -= 1, rest >>= 3) {
    for (const channel of [0, 1, 2]) {
      channels[channel] = (channels[channel] ?? 0) | (((rest >> channel) & 1) << bit);
    }
  }
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
