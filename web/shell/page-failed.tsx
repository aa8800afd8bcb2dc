/** In place of a page that broke or could not be loaded. */
import { toErrorReport } from '#core/errors.ts';
import { Failing } from '#web/ui/states.tsx';

export function PageFailed(props: { error: unknown; onRetry: () => void }) {
  return (
    <Failing
      what="This page could not be shown"
      error={toErrorReport(props.error)}
      onRetry={() => props.onRetry()}
    />
  );
}
