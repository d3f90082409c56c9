import { spawnSync } from 'node:child_process'

/**
 * Ends this process when the npm that started it is gone: a server whose starter was killed would keep the
 * port and the data folder.
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 */
export function endWithNpm(shutdown) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const starters = startedBy(process.ppid)
  const timer = setInterval(() => {
    if (starters.every(isRunning)) return
    clearInterval(timer)
    if (!shutdown.begun()) shutdown.begin('npm has ended', 1)
  }, 500)
  timer.unref()
}

/** npm runs a script through a shell, which goes on when npm is killed. */
function startedBy(/** @type {number} */ parent) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', `${parent}`], { encoding: 'utf8' })
  const [grandparent, command] = stdout?.trim().split(/\s+/) ?? []
  return command?.endsWith('sh') ? [parent, Number(grandparent)] : [parent]
}

function isRunning(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
