/** CRC-32C (Castagnoli), by which Google checks what arrives. RFC 3720, appendix B.4. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

const pieceBytes = 4 * 1024 * 1024;

/** The checksum as Google writes it: four bytes, the highest first, in base64. */
export async function crc32c(body: Blob): Promise<string> {
  let crc = 0xffffffff;
  for (let start = 0; start < body.size; start += pieceBytes) {
    const bytes = new Uint8Array(await body.slice(start, start + pieceBytes).arrayBuffer());
    for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  const sum = ~crc >>> 0;
  return btoa(String.fromCharCode(sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff));
}
