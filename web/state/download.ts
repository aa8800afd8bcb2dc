/** Hands a finished request's file to the browser's downloads. */
import { toErrorReport } from '#core/errors.ts';
import type { RequestId } from '#core/model/ids.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { showToast } from './toasts.ts';

export async function downloadResult(workspace: Workspace, id: RequestId, name: string): Promise<void> {
  try {
    const file = await workspace.requests.resultFile(id);
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The download has read the address by the next task; the file itself stays on this device's disk.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    showToast({ tone: 'bad', title: `${name} could not be read`, text: toErrorReport(error).message });
  }
}
