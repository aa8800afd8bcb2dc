/** Programs that Debian and Ubuntu package: on the PATH, else unpacked into the project's cache, not installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, findOnPath, isExecutable } from './process.ts';

const run = promisify(execFile);

/** Path of `program` from the package of that name. Throws an error that says how to get it. */
export async function obtainFromDebian(program: string): Promise<string> {
  const onPath = await findOnPath(program);
  if (onPath) return onPath;
  const folder = join(cacheFolder, `debian-${program}`);
  const executable = join(folder, 'usr/bin', program);
  if (await isExecutable(executable)) return executable;
  try {
    await unpack(program, folder);
  } catch (cause) {
    throw new Error(`${program} is missing: install it, for example by \`apt-get install ${program}\`.`, {
      cause,
    });
  }
  return executable;
}

/** Where the libraries of an unpacked program lie, for the environment of its process. */
export async function libraryPath(executable: string): Promise<Record<string, string>> {
  if (!executable.startsWith(cacheFolder)) return {};
  const lib = join(executable, '../../lib');
  const folders = await readdir(lib, { withFileTypes: true }).catch(() => []);
  const paths = folders.filter((entry) => entry.isDirectory()).map(({ name }) => join(lib, name));
  return { LD_LIBRARY_PATH: paths.join(':') };
}

/** Downloads the package and those that it needs and this machine has not. */
async function unpack(program: string, folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder, 'unpacking-'));
  try {
    const { stdout } = await run('apt-get', [
      'install',
      '--print-uris',
      '-qq',
      '--no-install-recommends',
      '-o',
      'Debug::NoLocking=1',
      program,
    ]);
    const packages = [...stdout.matchAll(/^'\S+' ([^_\s]+)_/gm)].map(([, name = '']) => name);
    await run('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', ...packages], { cwd: scratch });
    const tree = join(scratch, 'tree');
    for (const file of (await readdir(scratch)).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg-deb', ['-x', join(scratch, file), tree]);
    }
    await rename(tree, folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
