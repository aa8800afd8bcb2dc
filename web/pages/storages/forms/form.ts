/** What a provider's form asks for, as data: the page draws every form the same way. No screen in here. */
import type { Credentials, Keeping, Provider, StorageSettings } from '#core/model/storage.ts';
import type { Choice } from '#web/ui/combobox.tsx';

/** What is typed, by field. */
export type Values = Readonly<Record<string, string>>;
/** What must be mended, by field. */
export type ValueErrors = Readonly<Record<string, string>>;

interface FieldBase {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** Stands beside the next or previous half. */
  readonly half?: boolean;
  /** Asked for only then. */
  readonly when?: (values: Values) => boolean;
  /** Stands below "More", which is closed at first. */
  readonly folded?: boolean;
  /** What else changes with it, itself included. */
  readonly brings?: (values: Values, typed: string) => Values;
  /** Checked when one leaves the field, and before anything is asked of the storage. */
  readonly check?: (values: Values) => string | undefined;
}

export type FormField =
  | (FieldBase & { readonly kind: 'text' | 'mono' | 'secret' | 'lines' })
  /** Signing in at the provider, in a window of its own. What it gives is kept under the field's key. */
  | (FieldBase & { readonly kind: 'sign-in'; readonly signIn: (values: Values) => Promise<string> })
  /** A folder that a person lends, held under the field's value (`lent-folders.ts`). */
  | (FieldBase & { readonly kind: 'folder' })
  | (FieldBase & { readonly kind: 'suggest'; readonly choices: readonly Choice[] })
  | (FieldBase & {
      readonly kind: 'select' | 'segmented';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    });

export interface ProviderForm {
  readonly provider: Provider;
  /** On the switch between providers. */
  readonly title: string;
  /** An address as one would paste it; empty where there is none. */
  readonly example: string;
  readonly empty: Values;
  readonly fields: readonly FormField[];
  /** Also asked for when old ones lapse. */
  readonly credentialFields: readonly FormField[];
  /** What a pasted address says; undefined where it is no address of this provider. */
  parse(address: string): { readonly values: Values; readonly words: string } | undefined;
  settingsOf(values: Values): StorageSettings;
  /** Undefined where none are needed. */
  credentialsOf(values: Values): Credentials | undefined;
  proposedName(values: Values): string;
  /** The server that is asked, for leave in the extension. */
  originOf(settings: StorageSettings): string | undefined;
}

export function valueOf(values: Values, key: string): string {
  return (values[key] ?? '').trim();
}

export function keepingOf(values: Values): Keeping {
  const { keeping } = values;
  return keeping === 'session' || keeping === 'passphrase' ? keeping : 'sealed';
}

/** What must be mended among these fields; those not asked for do not count. */
export function errorsOf(fields: readonly FormField[], values: Values): ValueErrors {
  const errors: Record<string, string> = {};
  for (const field of fields) {
    if (field.when && !field.when(values)) continue;
    const error = field.check?.(values);
    if (error !== undefined) errors[field.key] = error;
  }
  return errors;
}

/** A check that something is there. */
export function required(key: string, words: string): (values: Values) => string | undefined {
  return (values) => (valueOf(values, key) === '' ? words : undefined);
}

/** A check that an endpoint, if there is one, is one. */
export function endpointCheck(values: Values): string | undefined {
  const text = valueOf(values, 'endpoint');
  const isHttp = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return text === '' || isHttp
    ? undefined
    : 'An endpoint begins with https:// or http:// and names a server.';
}

/** How long addresses that read are signed, in minutes; shared by those providers that sign. */
export function presignField(help: string, placeholder = '15'): FormField {
  return {
    key: 'presignMinutes',
    label: 'Reading is signed for, in minutes',
    kind: 'mono',
    folded: true,
    placeholder,
    help,
    check: (values) =>
      presignMinutesOf(values) === undefined && valueOf(values, 'presignMinutes') !== ''
        ? 'A number from 0 to 10,080, which is a week.'
        : undefined,
  };
}

/** Undefined where nothing, or nothing of use, was typed. */
function presignMinutesOf(values: Values): number | undefined {
  const text = valueOf(values, 'presignMinutes');
  return /^\d{1,5}$/.test(text) && Number(text) <= 10_080 ? Number(text) : undefined;
}

/** The setting, where it was typed. */
export function presignSetting(values: Values): { readonly presignMinutes?: number } {
  const presignMinutes = presignMinutesOf(values);
  return presignMinutes === undefined ? {} : { presignMinutes };
}

/** Without slashes at its end. */
export function endpointOf(values: Values): string {
  return valueOf(values, 'endpoint').replace(/\/+$/, '');
}

/** Without slashes at its beginning; a prefix keeps its spaces. */
export function prefixOf(values: Values): string {
  return (values['prefix'] ?? '').replace(/^\/+/, '');
}

/** The last folder of the prefix, else what holds it. */
export function nameFrom(container: string, prefix: string): string {
  const folder = prefix.split('/').findLast((part) => part !== '');
  return folder === undefined ? container : `${container}, ${folder}`;
}
