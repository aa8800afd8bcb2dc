/** Opens an address that a person typed, in a tab of its own; anything but the web's is left alone. */
export function openAddress(address: string): void {
  if (/^https?:\/\//i.test(address)) open(address, '_blank', 'noopener');
}
