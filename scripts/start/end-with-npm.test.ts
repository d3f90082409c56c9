import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const server = `
  import { endWithNpm } from ${JSON.stringify(resolve('scripts/start/end-with-npm.mjs'))}
  setInterval(() => {}, 1000)
  endWithNpm({ begun: () => false, begin: (reason) => { console.log(reason); process.exit() } })
  console.error('watching')
`

/** Stands for npm: runs its argument through a shell, as npm does. */
const npm = `
  const { spawn } = require('child_process')
  const quoted = JSON.stringify(process.execPath) + ' --input-type=module -e "$SERVER"; true'
  spawn('sh', ['-c', quoted], { stdio: 'inherit' })
`

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'ends the server when npm is gone by %s, though the shell between them goes on',
  async (signal) => {
    const env = { ...process.env, npm_lifecycle_event: 'start', SERVER: server }
    const starter = spawn(process.execPath, ['-e', npm], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = text(starter.stdout)
    await once(starter.stderr, 'data')
    starter.kill(signal)
    expect(await said).toBe('npm has ended\n')
  },
)
