/** Every console that gets the button. */
import { awsS3 } from './aws-s3/index.ts';
import type { BucketRef, Console } from './console.ts';

const consoles: readonly Console[] = [awsS3];

export interface ConsolePage {
  readonly console: Console['id'];
  readonly ref: BucketRef;
}

/** Which console's bucket an address shows, if any. */
export function locate(address: string): ConsolePage | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  for (const { id, locate: locateIn } of consoles) {
    const ref = url && locateIn(url);
    if (ref) return { console: id, ref };
  }
  return undefined;
}
