/** Runs before the page's own script: here the workspace learns what the extension can do for it. */
import { setHostPowers } from '#core/workspace/host-powers.ts';
import { hasOrigin, requestOrigin } from '../platform/permissions.ts';

setHostPowers({ kind: 'extension', requestOrigin, hasOrigin });
