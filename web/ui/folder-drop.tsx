/** Takes a folder that is dropped anywhere on the page, and says so while one is dragged over it. */
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { droppedFolder } from '#web/host/lend-folder.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { showToast } from '#web/state/toasts.ts';
import styles from './folder-drop.module.css';

export function FolderDrop(props: { words: string; onFolder: (folder: LentFolder) => void }) {
  const [over, setOver] = createSignal(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

  function drag(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    // Something on the page takes it: a card, a dialog.
    const taken = event.defaultPrevented;
    event.preventDefault();
    setOver(!taken);
  }
  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) setOver(false);
  }
  async function drop(event: DragEvent): Promise<void> {
    setOver(false);
    if (event.defaultPrevented || !holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    try {
      const folder = await droppedFolder(event.dataTransfer);
      if (folder) props.onFolder(folder);
      else
        showToast({
          tone: 'bad',
          title: 'That was no folder',
          text: 'Drop the folder that holds the files.',
        });
    } catch (error) {
      showToast({ tone: 'bad', title: 'The folder cannot be read', text: toErrorReport(error).message });
    }
  }

  onMount(() => {
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('dragover', drag, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', (event) => void drop(event), { signal });
    onCleanup(() => stop.abort());
  });
  return (
    <Show when={over()}>
      <div class={styles.veil}>{props.words}</div>
    </Show>
  );
}
