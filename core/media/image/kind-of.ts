/** What kind of image some bytes begin. */

export type Kind = 'JPEG' | 'PNG' | 'GIF' | 'WebP' | 'BMP' | 'AVIF';

/** Undefined for what browsers do not decode. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'JPEG';
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'PNG';
  if (ascii(0, 4) === 'GIF8') return 'GIF';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'WebP';
  if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 32))) return 'AVIF';
  return ascii(0, 2) === 'BM' ? 'BMP' : undefined;
}
