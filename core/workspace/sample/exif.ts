/** A camera's note in a JPEG about which way up it was held (Exif 2.3, tag 0x0112). */

const startOfImage = 0xffd8;

/** TIFF header and one directory entry, little-endian, as an APP1 segment with its marker and length. */
function orientationSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const segment = new Uint8Array(36);
  const view = new DataView(segment.buffer);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, segment.length - 2);
  segment.set(new TextEncoder().encode('Exif\0\0II'), 4);
  view.setUint16(12, 42, true);
  view.setUint32(14, 8, true);
  view.setUint16(18, 1, true);
  view.setUint16(20, 0x0112, true);
  view.setUint16(22, 3, true);
  view.setUint32(24, 1, true);
  view.setUint16(28, orientation, true);
  return segment;
}

/** The same JPEG with an orientation of 1 to 8; 6 asks to be turned clockwise by 90 degrees. */
export async function withOrientation(jpeg: Blob, orientation: number): Promise<Blob> {
  const start = new DataView(await jpeg.slice(0, 2).arrayBuffer());
  if (start.byteLength < 2 || start.getUint16(0) !== startOfImage) {
    throw new Error('Only a JPEG can be given an orientation.');
  }
  return new Blob([jpeg.slice(0, 2), orientationSegment(orientation), jpeg.slice(2)], { type: 'image/jpeg' });
}
