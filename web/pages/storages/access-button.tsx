/** The button beside an error that opens its storage again; nothing where that is not what is wrong. */
import { createSignal, Show } from 'solid-js';
import type { ErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { Button } from '#web/ui/button.tsx';
import { AccessDialog } from './access-dialog.tsx';
import { type WayBack, wayBack, wayBackWords } from './way-back.ts';

interface AccessButtonProps {
  storage: Storage | undefined;
  error: ErrorReport;
  kind?: 'primary' | 'ghost';
  onDone: () => void;
}

export function AccessButton(props: AccessButtonProps) {
  const way = () => props.storage && wayBack(props.storage.settings, props.error.code);
  // What is asked for stays, even if the error is another one meanwhile.
  const [asking, setAsking] = createSignal<{ readonly storage: Storage; readonly way: WayBack }>();
  function ask(chosen: WayBack): void {
    if (props.storage) setAsking({ storage: props.storage, way: chosen });
  }
  return (
    <>
      <Show when={way()}>
        {(known) => (
          <Button kind={props.kind ?? 'default'} onClick={() => ask(known())}>
            {wayBackWords[known()]}
          </Button>
        )}
      </Show>
      <Show when={asking()}>
        {(about) => (
          <AccessDialog
            {...about()}
            onClose={() => {
              setAsking(undefined);
              props.onDone();
            }}
          />
        )}
      </Show>
    </>
  );
}
