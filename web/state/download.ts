/** Hands files to the browser's downloads. */
import { toErrorReport } from '#core/errors.ts';
import type { RequestId } from '#core/model/ids.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { showToast } from './toasts.ts';

/** Of a finished request. */
export async function downloadResult(workspace: Workspace, id: RequestId, name: string): Promise<void> {
  try {
    saveFile(await workspace.requests.resultFile(id), name);
  } catch (error) {
    showToast({ tone: 'bad', title: `${name} could not be read`, text: toErrorReport(error).message });
  }
}

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has read the address by the next task; the file itself stays on this device's disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
