/** The parts of a JPEG before its picture (ITU T.81 B.1). */

/** Start of frame: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
export function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The segments up to the first scan; `at` is the place of the marker's FF. */
export function jpegSegments(bytes: Uint8Array): { marker: number; at: number }[] {
  const segments: { marker: number; at: number }[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    segments.push({ marker, at });
    if (marker === 0xda || marker === 0xd9) break;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return segments;
}
