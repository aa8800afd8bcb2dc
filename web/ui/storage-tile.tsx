/** The tile of a storage's kind. */
import HardDrive from 'lucide-solid/icons/hard-drive';
import { Show } from 'solid-js';
import type { StorageSettings } from '#core/model/storage.ts';
import { lettersOf } from '#web/state/storage-words.ts';
import { Tile } from './marks.tsx';

export function StorageTile(props: { settings: StorageSettings; small?: boolean }) {
  const small = () => props.small === true;
  return (
    <Show when={lettersOf(props.settings)} fallback={<Tile icon={HardDrive} small={small()} />}>
      {(letters) => <Tile letters={letters()} small={small()} />}
    </Show>
  );
}
