/** MD5 (RFC 1321), which storages take as a checksum and WebCrypto does not have. It protects from nobody. */

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const constants = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

/** Sixteen bytes. */
export function md5(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.length - (bytes.length % 64);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  const words = new Int32Array(16);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4, true);
    mix(state, words);
  }
  const rest = bytes.length - whole;
  const last = new DataView(new ArrayBuffer(rest < 56 ? 64 : 128));
  for (let i = 0; i < rest; i++) last.setUint8(i, view.getUint8(whole + i));
  last.setUint8(rest, 0x80);
  last.setBigUint64(last.byteLength - 8, BigInt(bytes.length) * 8n, true);
  for (let at = 0; at < last.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = last.getInt32(at + i * 4, true);
    mix(state, words);
  }
  const sum = new DataView(new ArrayBuffer(16));
  state.forEach((word, i) => sum.setInt32(i * 4, word, true));
  return new Uint8Array(sum.buffer);
}

/** Takes one block of 64 bytes into the state. */
function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let value: number;
    let word: number;
    if (round === 0) {
      value = (b & c) | (~b & d);
      word = i;
    } else if (round === 1) {
      value = (d & b) | (~d & c);
      word = (5 * i + 1) & 15;
    } else if (round === 2) {
      value = b ^ c ^ d;
      word = (3 * i + 5) & 15;
    } else {
      value = c ^ (b | ~d);
      word = (7 * i) & 15;
    }
    const sum = (a + value + (constants[i] ?? 0) + (words[word] ?? 0)) | 0;
    const shift = shifts[round * 4 + (i & 3)] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = ((state[0] ?? 0) + a) | 0;
  state[1] = ((state[1] ?? 0) + b) | 0;
  state[2] = ((state[2] ?? 0) + c) | 0;
  state[3] = ((state[3] ?? 0) + d) | 0;
}
