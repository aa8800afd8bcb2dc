/** A list of addresses, one a line. */
import { parseUrlList } from '#core/storage/urls/parse.ts';
import type { ProviderForm, Values } from './form.ts';

export const urlsForm: ProviderForm = {
  provider: 'urls',
  title: 'URLs',
  example: '',
  empty: {},
  fields: [
    {
      key: 'urls',
      label: 'Addresses of images',
      kind: 'lines',
      placeholder: 'https://example.org/a.jpg\nhttps://example.org/b.jpg',
      help: 'One a line. Their servers must let this page read them, and nothing is written there.',
      check: problem,
    },
  ],
  credentialFields: [],
  parse: () => undefined,
  settingsOf: (values) => ({ provider: 'urls', urls: parseUrlList(values['urls'] ?? '').urls, prefix: '' }),
  credentialsOf: () => undefined,
  proposedName: (values) => {
    const [first] = parseUrlList(values['urls'] ?? '').urls;
    return first === undefined ? 'Addresses' : `Addresses at ${new URL(first).host}`;
  },
  // Each address may have a host of its own; the browser asks for one at a time.
  originOf: (settings) => {
    const [first] = settings.provider === 'urls' ? settings.urls : [];
    return first === undefined ? undefined : new URL(first).origin;
  },
};

function problem(values: Values): string | undefined {
  const { urls, invalid } = parseUrlList(values['urls'] ?? '');
  const [first] = invalid;
  if (first) return `Line ${first.line}: ${first.reason}`;
  return urls.length === 0 ? 'At least one address.' : undefined;
}
