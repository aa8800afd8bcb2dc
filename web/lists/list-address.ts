/** A list's settings in the address bar, and what is kept of a list that one leaves. */
import * as v from 'valibot';
import { fromParams, toParams } from '#core/query/address.ts';
import type { Resource } from '#core/query/list-query.ts';
import { type ListSettings, views } from './list-kind.ts';

const names = ['page', 'pageSize', 'filter', 'quick', 'search', 'sort', 'view'];

export interface ReadAddress extends ListSettings {
  /** What could not be taken from the address, and is left out. */
  readonly errors: readonly string[];
}

/** `search` is the address' part from "?" on. */
export function readAddress(resource: Resource, search: string, usual: ListSettings): ReadAddress {
  const params = new URLSearchParams(search);
  const { query, errors } = fromParams(resource, params, usual.query);
  return { query, errors, view: views.find((each) => each === params.get('view')) ?? usual.view };
}

/** True where the address says nothing about the list. */
export function isBare(search: string): boolean {
  const params = new URLSearchParams(search);
  return names.every((name) => !params.has(name));
}

/** The address' part from "?" on, with what stands there of others; empty where nothing is to be said. */
export function writeAddress(
  resource: Resource,
  search: string,
  settings: ListSettings,
  usual: ListSettings,
): string {
  const params = new URLSearchParams(search);
  for (const name of names) params.delete(name);
  for (const [name, value] of toParams(resource, settings.query, usual.query)) params.set(name, value);
  // The usual size of a page is the screen's: the same page elsewhere must hold the same rows.
  if (settings.query.page > 1) params.set('pageSize', String(settings.query.pageSize));
  if (settings.view !== usual.view) params.set('view', settings.view);
  return params.size === 0 ? '' : `?${params.toString()}`;
}

const keptSchema = v.object({
  address: v.string(),
  scroll: v.number(),
  selected: v.array(v.number()),
});
export type KeptList = v.InferOutput<typeof keptSchema>;

/** More are not kept: one selects them again with one key. */
const mostSelected = 5000;

export function printKept(kept: { address: string; scroll: number; selected: readonly number[] }): string {
  const selected = kept.selected.length > mostSelected ? [] : kept.selected;
  return JSON.stringify({ ...kept, selected });
}

/** Undefined for what an older version kept, or nobody did. */
export function parseKept(text: string | undefined): KeptList | undefined {
  if (text === undefined) return undefined;
  try {
    const found = v.safeParse(keptSchema, JSON.parse(text));
    return found.success ? found.output : undefined;
  } catch {
    // What is kept is only a convenience: the list then stands as it usually does.
    return undefined;
  }
}
