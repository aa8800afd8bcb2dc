/** Runs before the page's own script: here the workspace learns what the extension can do for it. */
import { setHostPowers } from '#core/workspace/host-powers.ts';
import { hasOrigin, requestOrigin } from '../platform/permissions.ts';
import { sendTokenRequestsWithoutOrigin, signIn, signInRedirect } from '../platform/sign-in.ts';

setHostPowers({ kind: 'extension', requestOrigin, hasOrigin, signIn, signInRedirect });
void sendTokenRequestsWithoutOrigin();
