/** Removes a folder on this device with all that lies in it. */
import type { DeviceSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';

/** Does nothing where it is gone already. */
export async function removeDeviceFolder({ folder }: DeviceSettings, { files }: Ports): Promise<void> {
  try {
    const objects = await (await files.root()).getDirectoryHandle('objects');
    await objects.removeEntry(encodeURIComponent(folder), { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}
