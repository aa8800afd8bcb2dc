/** The attach form's fields for a storage that is there: what it is cannot change, and secrets are not shown. No screen in here. */
import type { Keeping, Storage, StorageSettings } from '#core/model/storage.ts';
import type { StorageChange } from '#core/workspace/workspace.ts';
import { manifestsOf } from './about.ts';
import { type FormField, keepingOf, type ProviderForm, type Values, valueOf } from './form.ts';

/** Of the choices of credentials: leave them alone. */
const keep = 'keep';
const kept = '•••• leave empty to keep';
const fixedFields = new Set(['bucket', 'account', 'container', 'folder', 'deviceFolder']);

/** The settings as they would have been typed. */
export function valuesOf(storage: Storage, form: ProviderForm): Values {
  const { settings } = storage;
  const typed = Object.entries(settings).map(([key, value]) => [
    // A folder's own name is not what the storage is called.
    key === 'name' ? 'folderName' : key,
    Array.isArray(value) ? value.join('\n') : String(value),
  ]);
  const isPublic = 'anonymous' in settings && settings.anonymous;
  const kind = kindKey(form);
  return {
    ...form.empty,
    ...Object.fromEntries(typed),
    ...(kind === undefined ? {} : { [kind]: isPublic ? 'anonymous' : keep }),
    name: storage.name,
    description: storage.description,
    manifests: storage.manifests.join('\n'),
    keeping: storage.keeping,
  };
}

export function updateFields({ fields }: ProviderForm): FormField[] {
  return fields.filter(({ key }) => !fixedFields.has(key));
}

/** Credential fields may be left empty, which keeps what is stored. */
export function updateCredentialFields(storage: Storage, form: ProviderForm): FormField[] {
  const hint = storage.keyHint === '' ? '' : ` ends in ${storage.keyHint},`;
  const stored = 'anonymous' in storage.settings && !storage.settings.anonymous;
  const key = kindKey(form);
  return form.credentialFields.map((field): FormField => {
    if (field.key === key && field.kind === 'select') {
      if (!stored) return field;
      const words = `Keep them${storage.keyHint === '' ? '' : ` (key ends in ${storage.keyHint})`}`;
      return { ...field, options: [{ value: keep, label: words }, ...field.options] };
    }
    const { check, when } = field;
    return {
      ...field,
      // As wide as the words in it.
      half: false,
      when: (values) => values[key ?? ''] !== keep && (when?.(values) ?? true),
      ...(stored ? { placeholder: field.kind === 'secret' ? kept : `••••${hint} ${kept.slice(5)}` } : {}),
      ...(check
        ? { check: (values) => (stored && valueOf(values, field.key) === '' ? undefined : check(values)) }
        : {}),
    };
  });
}

/** Only what is another than before; undefined where nothing is. */
export function changeOf(storage: Storage, form: ProviderForm, values: Values): StorageChange | undefined {
  const settings = settingsOf(form, values);
  const name = valueOf(values, 'name') || storage.name;
  const description = valueOf(values, 'description');
  const manifests = manifestsOf(values);
  const keeping: Keeping = keepingOf(values);
  const credentials = enteredCredentials(form, values);
  const change: StorageChange = {
    ...(name === storage.name ? {} : { name }),
    ...(description === storage.description ? {} : { description }),
    ...(manifests.join('\n') === storage.manifests.join('\n') ? {} : { manifests }),
    ...(isSame(settings, storage.settings) ? {} : { settings }),
    ...(keeping === storage.keeping ? {} : { keeping }),
    ...(credentials ? { credentials } : {}),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

/** True where the storage must be asked whether it still works. */
export function needsCheck({ settings, credentials, manifests }: StorageChange): boolean {
  return settings !== undefined || credentials !== undefined || manifests !== undefined;
}

function settingsOf(form: ProviderForm, values: Values): StorageSettings {
  const settings = form.settingsOf(values);
  const key = kindKey(form);
  return key !== undefined && values[key] === keep && 'anonymous' in settings
    ? { ...settings, anonymous: false }
    : settings;
}

function enteredCredentials(form: ProviderForm, values: Values): StorageChange['credentials'] {
  const key = kindKey(form);
  if (key === undefined || values[key] === keep || values[key] === 'anonymous') return undefined;
  const entered = form.credentialFields.some(
    (field) => field.key !== key && (field.when?.(values) ?? true) && valueOf(values, field.key) !== '',
  );
  return entered ? form.credentialsOf(values) : undefined;
}

/** The field that chooses between kinds of credentials. */
function kindKey({ credentialFields }: ProviderForm): string | undefined {
  return credentialFields.find(({ kind }) => kind === 'select')?.key;
}

function isSame(a: StorageSettings, b: StorageSettings): boolean {
  const text = (settings: StorageSettings): string =>
    JSON.stringify(Object.entries(settings).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
