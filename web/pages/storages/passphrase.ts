/** The passphrase as forms ask for it: the first time twice, then once in each tab. No screen in here. */
import { isError } from '#core/errors.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { keepingOf, type ValueErrors, type Values } from './forms/form.ts';

const shortest = 8;

/** What is wrong with a new one, by field. */
export function newPassphraseErrors(passphrase: string, again: string): ValueErrors {
  if (passphrase.length < shortest)
    return { passphrase: `At least ${shortest} characters; some words are best.` };
  return passphrase === again ? {} : { passphraseAgain: 'Not the same.' };
}

/** Makes sure that credentials can be kept as chosen. Gives what must be mended first, by field. */
export async function openPassphrase(workspace: Workspace, values: Values): Promise<ValueErrors> {
  if (keepingOf(values) !== 'passphrase') return {};
  const passphrase = values['passphrase'] ?? '';
  switch (await workspace.passphrase.state()) {
    case 'open':
      return {};
    case 'locked':
      return unlock(workspace, passphrase);
    case 'none': {
      const errors = newPassphraseErrors(passphrase, values['passphraseAgain'] ?? '');
      if (Object.keys(errors).length === 0) await workspace.passphrase.set(passphrase);
      return errors;
    }
  }
}

export async function unlock(workspace: Workspace, passphrase: string): Promise<ValueErrors> {
  try {
    await workspace.passphrase.unlock(passphrase);
    return {};
  } catch (error) {
    if (!isError(error, 'invalid-data')) throw error;
    return { passphrase: [error.message, error.remedy?.text].filter(Boolean).join(' ') };
  }
}
