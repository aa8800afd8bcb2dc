/** What was typed to attach a storage. It outlives closing the form, until the storage is attached or the tab is closed. */
import { createSignal } from 'solid-js';
import type { Credentials, Provider, StorageSettings } from '#core/model/storage.ts';
import { errorsOf, type Values } from './forms/form.ts';
import { formForAddress, formOf } from './forms/registry.ts';
import { s3Form } from './forms/s3.ts';

/** What was typed, for the provider that is chosen. */
export interface AttachDraft {
  readonly provider: Provider;
  /** Of all providers: what was typed for one is there when one comes back to it. */
  readonly values: Values;
}

export const emptyDraft: AttachDraft = { provider: 's3', values: { ...s3Form.empty } };

const [draft, setDraft] = createSignal<AttachDraft>(emptyDraft);
export { draft, setDraft };

/** The draft with what an address says filled in; the rest stays. */
export function withAddress(draft: AttachDraft, address: string): AttachDraft {
  const form = formForAddress(address) ?? formOf(draft.provider);
  const said = form?.parse(address);
  if (!form || !said) return { ...draft, values: { ...draft.values, address } };
  return { provider: form.provider, values: { ...form.empty, ...draft.values, ...said.values, address } };
}

/** The storage that the draft describes; undefined while something of it is missing. */
export function draftSubject():
  | { readonly settings: StorageSettings; readonly credentials: Credentials | undefined }
  | undefined {
  const { provider, values } = draft();
  const form = formOf(provider);
  if (!form || Object.keys(errorsOf([...form.fields, ...form.credentialFields], values)).length > 0) {
    return undefined;
  }
  return { settings: form.settingsOf(values), credentials: form.credentialsOf(values) };
}

/** Takes a correction that the doctor found. */
export function fixDraft(field: string, value: string): void {
  setDraft({ ...draft(), values: { ...draft().values, [field]: value } });
}
