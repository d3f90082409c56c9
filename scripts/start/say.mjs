/** As pino numbers them; the log of what serves has the same. */
const levels = { info: 30, warn: 40, error: 50, fatal: 60 }

/**
 * Says something to whoever starts the product: on a terminal in words, else as a line of the log, which then is made of JSON
 * lines from its first one on.
 * @param {string} words on a terminal
 * @param {Record<string, unknown> & { msg: string }} line elsewhere
 * @param {keyof typeof levels} [level]
 */
export function say(words, line, level = 'info') {
  if (!process.stdout.isTTY) return sayLine(line, level)
  if (level === 'info') console.log(words)
  else console.error(words)
}

function sayLine(/** @type {Record<string, unknown>} */ line, /** @type {keyof typeof levels} */ level) {
  process.stdout.write(`${JSON.stringify({ level: levels[level], time: Date.now(), ...line })}\n`)
}

/**
 * Where the output is not a terminal, ends the process upon a fault that nobody has caught with a line of the log: its kind, its
 * code and where it arose, not what it says, which may quote what a stranger sent. On a terminal Node itself says it all. Once
 * Next is there, such a fault is no end: Next tells of it, and goes on.
 */
export function tellCrashes() {
  if (process.stdout.isTTY) return
  process.on('uncaughtException', (error, origin) => {
    if (process.listenerCount('uncaughtException') > 1) return
    sayLine(
      { ...told(error), msg: origin === 'unhandledRejection' ? 'an unhandled rejection' : 'a crash' },
      'fatal',
    )
    process.exit(1)
  })
  process.removeAllListeners('warning')
  process.on('warning', ({ name, ...rest }) => {
    sayLine({ warning: name, ...('code' in rest && { code: rest.code }), msg: 'a warning of Node' }, 'warn')
  })
}

/** @returns {{ error: string, code?: string, at?: string[] }} what may be said of an error */
function told(/** @type {unknown} */ error) {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((frame) => /^\s+at /.test(frame)) ?? []
  return {
    error: error.name,
    ...('code' in error && { code: String(error.code) }),
    at: frames.slice(0, 6).map((frame) => frame.trim()),
  }
}
