/** Addresses of bug trackers: CVAT's rule. */

const webAddress = /^https?:\/\/[^\s$.?#]\S*$/;

/** True for none, which is empty, too. */
export function isBugTracker(text: string): boolean {
  return text === '' || webAddress.test(text);
}
