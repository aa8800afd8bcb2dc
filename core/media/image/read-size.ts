/** An image's size from its first bytes, as a browser would show it. */
import type { Size } from '../../geometry/point.ts';
import { isFrameHeader, jpegSegments } from './jpeg-segments.ts';
import { kindOf } from './kind-of.ts';

/** Undefined where these bytes are too few, or the kind tells its size elsewhere. */
export function readImageSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kindOf(bytes)) {
    case 'JPEG':
      return jpegSize(bytes, view);
    case 'PNG':
      return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'GIF':
      return bytes.length < 10
        ? undefined
        : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'BMP':
      return bytes.length < 26
        ? undefined
        : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    case 'WebP':
      return webpSize(bytes, view);
    case 'AVIF':
    case undefined:
      return undefined;
  }
}

function jpegSize(bytes: Uint8Array, view: DataView): Size | undefined {
  const segments = jpegSegments(bytes);
  const frame = segments.find(({ marker }) => isFrameHeader(marker));
  if (!frame || frame.at + 9 > bytes.length) return undefined;
  const size = { width: view.getUint16(frame.at + 7), height: view.getUint16(frame.at + 5) };
  if (size.height === 0) return undefined;
  const app1 = segments.find(({ marker }) => marker === 0xe1);
  const turned = app1 !== undefined && orientation(view, app1.at + 4) >= 5;
  return turned ? { width: size.height, height: size.width } : size;
}

/** EXIF 2.3, 4.6.4: tag 0x0112 of the first directory; 5 to 8 turn the picture on its side. */
function orientation(view: DataView, at: number): number {
  // "Exif\0\0", then a TIFF file.
  if (at + 14 > view.byteLength || view.getUint32(at) !== 0x45786966) return 1;
  const tiff = at + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
  }
  return 1;
}

/** RFC 9649: lossy, lossless and extended say their size in three ways. */
function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  if (bytes.length < 30) return undefined;
  const chunk = String.fromCharCode(...bytes.subarray(12, 16));
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
