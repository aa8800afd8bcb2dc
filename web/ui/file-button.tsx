/** A button that opens the browser's chooser for files. */
import type { JSX } from 'solid-js';
import { Button } from './button.tsx';
import type { LucideIcon } from './icon.tsx';

interface FileButtonProps {
  icon: LucideIcon;
  /** As in `<input accept>`. */
  accept?: string;
  size?: 'bar' | 'form';
  onFile: (file: File) => void;
  children: string;
}

export function FileButton(props: FileButtonProps): JSX.Element {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <Button icon={props.icon} size={props.size} onClick={() => input?.click()}>
        {props.children}
      </Button>
      <input
        ref={(element) => {
          input = element;
        }}
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.children}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
