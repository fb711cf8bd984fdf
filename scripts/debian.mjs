import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a command is, or undefined: on PATH, or where Debian keeps commands for administrators. */
export const commandPath = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;

/** What to put before a command to run it as root: nothing, sudo without a password, or undefined when neither works. */
const asRoot = () => {
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
};

/**
 * Installs Debian packages through apt-get, without starting any service they bring.
 * Returns undefined when they are installed, and otherwise why they are not.
 */
export const installPackages = (names) => {
  if (!commandPath('apt-get')) return 'there is no apt-get here';
  const prefix = asRoot();
  if (!prefix) return 'apt-get needs root, or sudo without a password';
  console.log(`set-up: installing ${names.join(', ')} with apt-get`);
  const settings = ['DEBIAN_FRONTEND=noninteractive', 'SYSTEMD_OFFLINE=1', 'RUNLEVEL=1'];
  const [command, ...before] = [...prefix, 'env', ...settings, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=60'];
  const aptGet = (...args) => {
    const options = { stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000, maxBuffer: 2 ** 26 };
    const { status, stdout, stderr } = spawnSync(command, [...before, ...args], options);
    if (status !== 0) console.error(`${stdout}${stderr}`);
    return status === 0;
  };
  aptGet('update');
  if (!aptGet('install', '-y', '--no-install-recommends', ...names)) {
    return 'apt-get install failed; its reason stands above';
  }
  return undefined;
};
