/** What was typed into a field with a list, and was not in it, as a region of one's own: offered the next time. */
import * as v from 'valibot';
import { readPreference, writePreference } from '#web/state/preferences.ts';
import type { Choice } from '#web/ui/combobox.tsx';
import { type FormField, type Values, valueOf } from './forms/form.ts';

const most = 20;
const listSchema = v.array(v.string());

type Suggesting = Extract<FormField, { kind: 'suggest' }>;

function read(key: string): readonly string[] {
  try {
    return v.parse(listSchema, JSON.parse(readPreference(`choices.${key}`) ?? '[]'));
  } catch {
    // Changed by another hand: it begins anew.
    return [];
  }
}

export function rememberedChoices(field: Suggesting): readonly Choice[] {
  return read(field.key)
    .filter((value) => !field.choices.some((choice) => choice.value === value))
    .map((value) => ({ value, hint: 'used before' }));
}

/** Called once the storage took the values, so that no typing error is kept. */
export function rememberChoices(fields: readonly FormField[], values: Values): void {
  for (const field of fields) {
    const value = valueOf(values, field.key);
    if (field.kind !== 'suggest' || value === '') continue;
    if (field.choices.some((choice) => choice.value === value)) continue;
    const rest = read(field.key).filter((each) => each !== value);
    writePreference(`choices.${field.key}`, JSON.stringify([value, ...rest].slice(0, most)));
  }
}
