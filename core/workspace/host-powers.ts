/**
 * What surrounds the page may do more for it than a page can do for itself. An extension registers its powers
 * before the page starts; neither of the two imports the other.
 */

export interface HostPowers {
  readonly kind: 'web' | 'extension';
  /**
   * Asks for leave to read and write at these origins without any CORS rule; true when it is given.
   * Call it first in a click handler, before any `await`: browsers answer only to a person's gesture.
   */
  requestOrigin(...origins: string[]): Promise<boolean>;
  /** Whether that leave is there already. */
  hasOrigin(origin: string): Promise<boolean>;
  /** Opens a provider's page to sign in at; gives the address that it came back with. A page opens a window itself. */
  signIn?(url: string): Promise<string>;
  /** The address that a provider is to come back to, where it is no page of ours. */
  signInRedirect?(): string;
}

/** A page has nobody to ask: what it may read is up to each bucket's CORS rule. */
const ofThePage: HostPowers = {
  kind: 'web',
  requestOrigin: () => Promise.resolve(true),
  hasOrigin: () => Promise.resolve(true),
};

let powers = ofThePage;

export function setHostPowers(granted: HostPowers): void {
  powers = granted;
}

export function hostPowers(): HostPowers {
  return powers;
}
