import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { watchForShutdown } from './shutdown.mjs'

/** A process that can be asked to end, and notes what it ended with. */
function start() {
  const signals = new EventEmitter()
  const ended = once(signals, 'exit').then(([code]) => code)
  const shutdown = watchForShutdown((code) => signals.emit('exit', code), signals)
  return { shutdown, signals, ended }
}

it('undoes the start backwards, because what was started last depends on what came before', async () => {
  const { shutdown, signals, ended } = start()
  const order: string[] = []
  shutdown.before(async () => order.push('database'))
  shutdown.before(async () => order.push('requests'))
  shutdown.serving()
  signals.emit('SIGTERM')
  expect(await ended).toBe(0)
  expect(order).toEqual(['requests', 'database'])
})

it('ends at once when asked again, because whoever asks twice does not want to wait', async () => {
  const { shutdown, signals, ended } = start()
  shutdown.before(() => new Promise(() => {}))
  signals.emit('SIGINT')
  signals.emit('SIGINT')
  expect(await ended).toBe(130)
})

it('is no success before anything was served, so that a script does not go on', async () => {
  const { signals, ended } = start()
  signals.emit('SIGTERM')
  expect(await ended).toBe(143)
})

it('goes on past a part that fails, and says so in the exit code', async () => {
  const { shutdown, signals, ended } = start()
  let closed = false
  shutdown.before(async () => {
    closed = true
  })
  shutdown.before(() => Promise.reject(new Error('jobs would not end')))
  shutdown.serving()
  signals.emit('SIGTERM')
  expect(await ended).toBe(1)
  expect(closed).toBe(true)
})
