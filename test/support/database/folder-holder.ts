import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const outDir = mkdtempSync(join(tmpdir(), 'lead-api-holder-'))

// Every file of tests in this process starts it.
process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))

/** As one file of JavaScript, which starts ten times as fast. */
await build({
  configFile: false,
  logLevel: 'silent',
  build: { ssr: fileURLToPath(new URL('./hold-folder.ts', import.meta.url)), outDir },
  ssr: { noExternal: true },
})
const node = [process.execPath, join(outDir, 'hold-folder.js')]

/** `ask` gives one order of {@link file://./hold-folder.ts} and resolves to the answer. */
export type FolderHolder = {
  /** The number it has here. */
  pid: number
  ask(order: string): Promise<string>
  /** Resolves when the process is gone. */
  kill(): Promise<void>
}

/** Starts a process that takes a folder's lock when asked to. */
export function startHolder(database: string): FolderHolder {
  const [program = '', ...args] = [...node, database]
  return follow(spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] }), (pid) => pid)
}

const isolated = ['--pid', '--fork', '--mount-proc', '--uts', '--kill-child']

/** Whether this machine makes namespaces for us, as it does for root on Linux. */
export const canIsolate =
  process.platform === 'linux' && spawnSync('unshare', [...isolated, 'true']).status === 0

/**
 * The same as another container has it: it sees no process but its own, is number 1 there, and its host has another
 * name. `prepare` is shell that runs first, with mounts that only it sees.
 */
export function startHolderElsewhere(database: string, host: string, prepare = 'true'): FolderHolder {
  const command = `hostname ${host} && ${prepare} && exec "$@"`
  const args = [...isolated, '--', 'sh', '-c', command, 'sh', ...node, database]
  // What unshare itself says when its child is killed is no news.
  const child = spawn('unshare', args, { stdio: ['pipe', 'pipe', 'ignore'] })
  return follow(child, (pid) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')))
}

function follow(child: ChildProcess, realPid: (pid: number) => number): FolderHolder {
  const { stdin, stdout, pid } = child
  if (!stdin || !stdout || !pid) throw new Error('the process was not started')
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const exited = once(child, 'exit')
  return {
    get pid() {
      return realPid(pid)
    },
    async ask(order) {
      stdin.write(`${order}\n`)
      const { value, done } = await answers.next()
      return done ? 'it has ended' : String(value)
    },
    async kill() {
      process.kill(realPid(pid), 'SIGKILL')
      await exited
    },
  }
}
