/** A folder on the browser's own disk. */
import type { DeviceSettings } from '#core/model/storage.ts';
import { sampleFolder } from '#core/workspace/sample/place.ts';
import { type ProviderForm, type Values, valueOf } from './form.ts';

const mostLetters = 60;

export const deviceForm: ProviderForm = {
  provider: 'device',
  title: 'Device',
  example: '',
  empty: {},
  fields: [
    {
      key: 'deviceFolder',
      label: 'Name of the folder',
      kind: 'text',
      placeholder: 'Yard',
      help: 'Made on this device’s disk. What you add to it stays in this browser, counts against its space, and goes with the browser’s data.',
      check: problem,
    },
  ],
  credentialFields: [],
  parse: () => undefined,
  settingsOf,
  credentialsOf: () => undefined,
  proposedName: (values) => valueOf(values, 'deviceFolder') || 'On this device',
  originOf: () => undefined,
};

/** Where a storage is updated, the folder is the one it has. */
function settingsOf(values: Values): DeviceSettings {
  const folder = valueOf(values, 'deviceFolder') || valueOf(values, 'folder');
  return { provider: 'device', folder, prefix: '' };
}

function problem(values: Values): string | undefined {
  const folder = valueOf(values, 'deviceFolder');
  if (folder === '') return 'How is the folder called?';
  if (folder.length > mostLetters) return `${folder.length - mostLetters} characters too many.`;
  if (folder.includes('/') || /^\.+$/.test(folder) || !folder.isWellFormed()) {
    return 'A name of letters, without a slash.';
  }
  return folder.toLowerCase() === sampleFolder ? 'This is the folder of the sample.' : undefined;
}
