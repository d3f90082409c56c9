import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.mjs'

const debianFolder = '/usr/lib/postgresql'

/** A test's database need not survive a power cut; and tests that deadlock on purpose need not wait a second. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  deadlock_timeout: '50ms',
  max_connections: '200',
}

/**
 * Starts a throw-away PostgreSQL in a temporary folder, on a free port of the loopback address. It is stopped
 * and removed by `stop`, and when the process exits. `crash` ends it at once, as `pg_ctl stop -m immediate` does;
 * `resume` starts it again with its data. `hang` stops all its processes where they are, and `goOn` lets them go on.
 * @param {{ isDurable?: boolean }} [options] durable: what it has acknowledged survives `crash`
 * @returns {Promise<{ url: string, stop: () => Promise<void>, crash: () => Promise<void>, resume: () => Promise<void>,
 *   pid: () => number, hang: () => void, goOn: () => void } | null>} null where no server programs are found.
 * @throws {Error} with PostgreSQL's own words when it does not start.
 */
export async function startPostgres({ isDurable = false } = {}) {
  const programs = findPrograms()
  if (!programs) return null
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-postgres-'))
  const owner = ownerOf(folder)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(programs, 'initdb'), initdb, { ...owner, stdio: 'pipe' })

  const port = await freePort()
  const options = Object.entries(isDurable ? { max_connections: '200' } : settings)
  const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1']
  const run = () => runServer(join(programs, 'postgres'), [...args, ...options.flatMap(asOption)], owner)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

  let server = run()
  const stopAtOnce = () => {
    server.goOn()
    server.signal('SIGQUIT')
    remove()
  }
  process.once('exit', stopAtOnce)
  const stop = async () => {
    process.off('exit', stopAtOnce)
    server.goOn()
    await server.end('SIGINT')
    remove()
  }
  await server.ready.catch(async (error) => {
    await stop()
    throw error
  })
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop,
    crash: () => server.end('SIGQUIT'),
    resume: async () => {
      server = run()
      await server.ready
    },
    pid: () => server.pid,
    hang: () => server.hang(),
    goOn: () => server.goOn(),
  }
}

const asOption = (/** @type {[string, string]} */ [name, value]) => ['-c', `${name}=${value}`]

/** @param {string} program @param {string[]} args @param {Owner} owner */
function runServer(program, args, owner) {
  const server = spawn(program, args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = new Promise((resolve) => server.once('exit', resolve))
  const { pid = 0 } = server
  /** @type {number[]} */
  let stopped = []
  return {
    pid,
    // Its first process first, which then begins no more of them. Each is a session of its own: no group has them all.
    hang: () => {
      process.kill(pid, 'SIGSTOP')
      const others = childrenOf(pid)
      for (const other of others) process.kill(other, 'SIGSTOP')
      stopped = [...others, pid]
    },
    goOn: () => {
      for (const one of stopped.splice(0)) signalIfThere(one, 'SIGCONT')
    },
    ready: untilReady(server),
    signal: (/** @type {NodeJS.Signals} */ signal) => server.kill(signal),
    end: async (/** @type {NodeJS.Signals} */ signal) => {
      server.kill(signal)
      await exited
    },
  }
}

function childrenOf(/** @type {number} */ pid) {
  const listed = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8', stdio: 'pipe' })
  return listed.trim().split('\n').map(Number)
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalIfThere(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/** The folder with `initdb` and `postgres`, newest version first. */
function findPrograms() {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
    : []
  const folders = [...debian.map((version) => join(debianFolder, version, 'bin')), ...askPgConfig()]
  return folders.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
}

function askPgConfig() {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return []
  }
}

/** @typedef {{ uid?: number, gid?: number, cwd?: string }} Owner */

/**
 * PostgreSQL refuses to run as root: then it runs as the user that its package made, and owns the folder.
 * @returns {Owner}
 */
function ownerOf(/** @type {string} */ folder) {
  if (process.getuid?.() !== 0) return {}
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  chownSync(folder, owner.uid, owner.gid)
  return { ...owner, cwd: folder }
}

/**
 * Reads on after that too: a full pipe would stop the server.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} server
 * @returns {Promise<void>}
 */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const said = []
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line)
      if (line.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.slice(-3).join(' ')}`)))
  })
}

/**
 * A PostgreSQL to test with: the one that TEST_DATABASE_URL names, else one of our own.
 * @param {import('../../scripts/start/shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<{ url: string, stop: () => Promise<unknown> } | null>} null where none can be started
 */
export async function testPostgres(shutdown) {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  const postgres = await startPostgres()
  if (postgres) shutdown.before(() => postgres.stop())
  return postgres
}
