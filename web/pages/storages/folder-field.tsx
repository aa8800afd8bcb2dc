/** The folder that is lent, and what the browser will do with it. */
import { holdFolder, lentFolder } from '#web/state/lent-folders.ts';
import { FolderChooser } from '#web/ui/folder-chooser.tsx';

interface FolderFieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  onInput: (value: string) => void;
}

export function FolderField(props: FolderFieldProps) {
  const folder = () => lentFolder(props.value);
  const help = () => {
    switch (folder()?.access.kind) {
      case undefined:
        return 'Nothing is uploaded or copied. It can also be dropped on this page.';
      case 'folder-handle':
        return 'It stays attached. After a reload the browser may ask again before it is read.';
      case 'folder-files':
        return 'This browser lends its files only: they can be read until this tab is closed or loaded anew, then the folder is chosen again. Nothing is written to it.';
    }
  };
  return (
    <FolderChooser
      label={props.label}
      name={folder()?.name ?? ''}
      help={help()}
      error={props.error}
      onChoose={(chosen) => props.onInput(holdFolder(chosen))}
    />
  );
}
