/** The form of each provider that is attached by hand; one line each. */
import type { Provider } from '#core/model/storage.ts';
import type { ProviderForm } from './form.ts';
import { azureForm } from './azure.ts';
import { deviceForm } from './device.ts';
import { folderForm } from './folder.ts';
import { gcsForm } from './gcs.ts';
import { redisForm } from './redis.ts';
import { s3Form } from './s3.ts';
import { urlsForm } from './urls.ts';

export const providerForms: readonly ProviderForm[] = [
  s3Form,
  azureForm,
  gcsForm,
  redisForm,
  urlsForm,
  folderForm,
  deviceForm,
];

export function formOf(provider: Provider): ProviderForm | undefined {
  return providerForms.find((form) => form.provider === provider);
}

/** The form that knows an address for its own. S3 is asked last: any server may speak it. */
export function formForAddress(address: string): ProviderForm | undefined {
  return [...providerForms.filter((form) => form !== s3Form), s3Form].find(
    (form) => form.parse(address) !== undefined,
  );
}
