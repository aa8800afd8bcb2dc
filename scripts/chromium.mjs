// A Chromium for the tests: the one named by CHROMIUM, the system's, Debian's package, or Playwright's own.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const bundles = ['/Applications/Chromium.app/Contents/MacOS/Chromium'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function ofSystem() {
  return names.map(findOnPath).find(Boolean) ?? bundles.find(isExecutable);
}

/** Debian's package, where this account may install one. */
function fromDebian() {
  if (!findOnPath('apt-get')) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return undefined;
  console.log('Installing the package chromium');
  const apt = (...args) => run(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args]);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return ofSystem();
}

/**
 * Path of the Chromium to test with; `undefined` means Playwright's own, installed now if need be.
 * Branded Chrome is the last of the system's to be asked: it no longer loads unpacked extensions.
 */
export async function obtainChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not there.`);
  }
  const found = ofSystem() ?? fromDebian();
  if (found) return found;
  if (run('npx', ['playwright', 'install', 'chromium']) === 0) return undefined;
  throw new Error('No Chromium could be had: put `chromium` on the PATH or its path into CHROMIUM.');
}
