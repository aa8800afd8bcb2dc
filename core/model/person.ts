/** Somebody who owns things or is assigned to them. There are no accounts: people are names on this device. */
import type { PersonId } from './ids.ts';

export interface Person {
  readonly id: PersonId;
  readonly uid: string;
  /** Told apart by it in filters and links: no two people have the same one, whatever its case. */
  readonly name: string;
  /** `#rrggbb`, at least 4.5:1 under white. */
  readonly color: string;
}
