/**
 * What a browser does not say about an image: whether its bytes are all there, and why it would not decode.
 * Formats: JPEG (ITU T.81 B.1), PNG (W3C PNG 5), GIF89a, WebP (RFC 9649), BMP, AVIF (ISO BMFF brand).
 */
import { FrameError } from '../../errors.ts';
import { isFrameHeader, jpegSegments } from './jpeg-segments.ts';
import { type Kind, kindOf } from './kind-of.ts';

/** Throws a `FrameError` when these bytes are no whole image of a kind that browsers decode. */
export async function inspectImage(blob: Blob, key: string): Promise<void> {
  if (blob.size === 0) throw new FrameError('empty', `${shortName(key)} is empty: it has 0 bytes.`, { key });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kind = kindOf(bytes);
  if (!kind) {
    throw new FrameError('not-an-image', `${shortName(key)} is no image, whatever its name says.`, { key });
  }
  if (hasNoSize(kind, bytes)) {
    throw new FrameError('no-size', `${shortName(key)} has no picture in it: its size is 0 × 0.`, { key });
  }
  if (endsTooEarly(kind, bytes)) {
    throw new FrameError('truncated', `${shortName(key)} ends too early: its last part is missing.`, { key });
  }
}

/** The last part of a key, from its end, as lists show it. */
export function shortName(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1) || key;
  return name.length <= 40 ? name : `…${name.slice(-39)}`;
}

function hasNoSize(kind: Kind, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'PNG') return bytes.length >= 24 && (view.getUint32(16) === 0 || view.getUint32(20) === 0);
  if (kind === 'GIF')
    return bytes.length >= 10 && (view.getUint16(6, true) === 0 || view.getUint16(8, true) === 0);
  if (kind === 'BMP')
    return bytes.length >= 26 && (view.getInt32(18, true) === 0 || view.getInt32(22, true) === 0);
  if (kind !== 'JPEG') return false;
  const frame = jpegSegments(bytes).find(({ marker }) => isFrameHeader(marker));
  // A height of 0 is allowed (it then follows in a DNL segment), a width of 0 is not.
  return frame !== undefined && frame.at + 9 <= bytes.length && view.getUint16(frame.at + 7) === 0;
}

function endsTooEarly(kind: Kind, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'JPEG': {
      // Entropy-coded data never holds FF D9; phones put whole films behind it, so it need not be the end.
      const scan = jpegSegments(bytes).find(({ marker }) => marker === 0xda);
      if (!scan) return true;
      for (let at = bytes.length - 2; at > scan.at; at -= 1) {
        if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return false;
      }
      return true;
    }
    case 'PNG': {
      let at = 8;
      while (at + 8 <= bytes.length) {
        const length = view.getUint32(at);
        // "IEND" as a number.
        if (view.getUint32(at + 4) === 0x49454e44) return false;
        at += 12 + length;
      }
      return true;
    }
    case 'WebP':
      return bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length;
    case 'BMP':
      return bytes.length < 26 || view.getUint32(2, true) > bytes.length;
    case 'GIF':
      return bytes.lastIndexOf(0x3b) < bytes.length - 512;
    case 'AVIF':
      return bytes.length < 32;
  }
}
