/** Chance that a seed repeats, on every device and for good: these numbers are in what people have made. */

/** MurmurHash3 (x86, 32 bits) of the text's UTF-16 units, each taken as a block of its own. */
export function hash32(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) {
    let block = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    hash ^= Math.imul(block, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  return mix(hash ^ text.length);
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** `count` of the numbers from 0 to `size - 1`, ascending; all of them where there are no more. Floyd's algorithm. */
export function draw(count: number, size: number, seed: number): number[] {
  const drawn = new Set<number>();
  for (let last = Math.max(0, size - count); last < size; last++) {
    const number = Math.floor((mix(seed ^ mix(last + 1)) / 2 ** 32) * (last + 1));
    drawn.add(drawn.has(number) ? last : number);
  }
  return [...drawn].sort((a, b) => a - b);
}
