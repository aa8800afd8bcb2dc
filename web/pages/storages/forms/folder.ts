/** A folder of this computer. */
import { lentFolder } from '#web/state/lent-folders.ts';
import { nameFrom, prefixOf, type ProviderForm, type Values, valueOf } from './form.ts';

/** Of files alone nothing can be written back. */
const isFilesOnly = (values: Values): boolean =>
  lentFolder(valueOf(values, 'folder'))?.access.kind === 'folder-files';

export const folderForm: ProviderForm = {
  provider: 'folder',
  title: 'Folder',
  example: '',
  empty: { writable: 'false' },
  fields: [
    {
      key: 'folder',
      label: 'Folder of this computer',
      kind: 'folder',
      check: (values) =>
        lentFolder(valueOf(values, 'folder')) ? undefined : 'Which folder? It can also be dropped here.',
    },
    {
      key: 'writable',
      label: 'This page may',
      kind: 'segmented',
      when: (values) => !isFilesOnly(values),
      options: [
        { value: 'false', label: 'Read only' },
        { value: 'true', label: 'Read and write' },
      ],
    },
    { key: 'prefix', label: 'Prefix', kind: 'mono', placeholder: 'the whole folder' },
  ],
  credentialFields: [],
  parse: () => undefined,
  settingsOf: (values) => ({
    provider: 'folder',
    folder: valueOf(values, 'folder'),
    name: folderName(values),
    prefix: prefixOf(values),
    writable: values['writable'] === 'true' && !isFilesOnly(values),
  }),
  credentialsOf: (values) => lentFolder(valueOf(values, 'folder'))?.access,
  proposedName: (values) => nameFrom(folderName(values) || 'Folder', prefixOf(values)),
  originOf: () => undefined,
};

function folderName(values: Values): string {
  return lentFolder(valueOf(values, 'folder'))?.name ?? values['folderName'] ?? '';
}
