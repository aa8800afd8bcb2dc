/** Which value of a task's data is its frame. */
import { InvalidDataError } from '../../errors.ts';
import { parseObjectUri } from '../../model/object-uri.ts';
import { isImageKey } from '../kinds.ts';
import type { JsonObject } from './task-item.ts';

/**
 * The text under `dataKey`; without a key the first that ends as an image does, else the first that is an address.
 * @throws InvalidDataError that says which keys there are
 */
export function frameValue(data: JsonObject, dataKey = ''): { readonly key: string; readonly value: string } {
  const texts = Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [{ key, value: value.trim() }] : [],
  );
  const found =
    dataKey === ''
      ? (texts.find(({ value }) => isImage(value)) ?? texts.find(({ value }) => parseObjectUri(value)))
      : texts.find(({ key }) => key === dataKey);
  if (found) return found;
  const keys = Object.keys(data).map((key) => `"${key}"`);
  const there = keys.length > 0 ? `There are ${keys.slice(0, 20).join(', ')}.` : 'There are no keys at all.';
  const what = dataKey === '' ? 'No value is the address of an image.' : `"${dataKey}" holds no text.`;
  throw new InvalidDataError(`${what} ${there}`, {
    where: dataKey === '' ? 'data' : `data.${dataKey}`,
    remedy: { text: 'Choose the data key that holds the address of the frame.' },
  });
}

/** Web addresses may end in a query; a key is taken as it is, also where it holds spaces or such signs. */
function isImage(value: string): boolean {
  const uri = parseObjectUri(value);
  return isImageKey(uri?.scheme === 'http' ? value.replace(/[?#].*$/s, '') : (uri?.key ?? value));
}
