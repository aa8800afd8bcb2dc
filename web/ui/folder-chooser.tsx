/** A button that asks for a folder: by the browser's picker, or by an input where there is none. */
import FolderOpen from 'lucide-solid/icons/folder-open';
import { createSignal, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { folderOfInput, hasPicker, pickFolder } from '#web/host/lend-folder.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import styles from './folder-chooser.module.css';

interface FolderChooserProps {
  label: string;
  /** Of the folder that is chosen; empty for none. */
  name: string;
  help?: string | undefined;
  error?: string | undefined;
  onChoose: (folder: LentFolder) => void;
}

export function FolderChooser(props: FolderChooserProps) {
  const [failure, setFailure] = createSignal<string>();
  let input: HTMLInputElement | undefined;

  async function choose(): Promise<void> {
    setFailure(undefined);
    if (!hasPicker()) {
      input?.click();
      return;
    }
    try {
      const folder = await pickFolder();
      if (folder) props.onChoose(folder);
    } catch (error) {
      setFailure(toErrorReport(error).message);
    }
  }

  const words = () => (props.name === '' ? 'Choose folder…' : 'Choose another…');
  return (
    <Field
      label={props.label}
      help={props.help}
      error={failure() ?? props.error}
      control={(ids) => (
        <span class={styles.row}>
          <Button
            id={ids.id}
            size="form"
            icon={FolderOpen}
            aria-label={words()}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            onClick={() => void choose()}
          >
            {words()}
          </Button>
          <Show when={props.name !== ''}>
            <span class={styles.name} title={props.name}>
              {props.name}
            </span>
          </Show>
          <input
            ref={(element) => {
              input = element;
              element.webkitdirectory = true;
            }}
            type="file"
            hidden
            aria-label="Files of the folder"
            onChange={(event) => {
              const { files } = event.currentTarget;
              const folder = files ? folderOfInput(files) : undefined;
              if (folder) props.onChoose(folder);
            }}
          />
        </span>
      )}
    />
  );
}
