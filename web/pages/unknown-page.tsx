/** For addresses that lead nowhere. */
import { useLocation } from '@solidjs/router';
import { useTitle } from '#web/state/use-title.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/states.tsx';

export function UnknownPage() {
  const location = useLocation();
  useTitle(() => 'No page here');
  return (
    <EmptyState
      title="There is no page at this address"
      actions={
        <>
          <LinkButton kind="primary" size="form" href="#/">
            Go to Home
          </LinkButton>
          <LinkButton size="form" href="#/tasks">
            Go to Tasks
          </LinkButton>
        </>
      }
    >
      {`Nothing is at “${location.pathname}”. What you annotated is still on this device.`}
    </EmptyState>
  );
}
