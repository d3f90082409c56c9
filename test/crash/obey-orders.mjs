/**
 * Loaded before the product in a test that tells it what to do while it runs (`node --import`). Its clock is as far ahead of
 * the machine's as it is told to be, behind where that is less than 0. At the moment of an attempt that it is told, it tells
 * the test, and stands still, as the process does as soon as the test has stopped it.
 */

/** In ms: a test that is alive stops a process sooner. */
const untilStopped = 200
const nothing = new Int32Array(new SharedArrayBuffer(4))

let ahead = 0
/** @type {import('./control.mjs').Order} */
let stop = {}

process.on('message', (/** @type {import('./control.mjs').Order} */ order) => {
  ahead = order.clockAheadMs ?? ahead
  if (order.stopAt !== undefined) stop = order
})
process.channel?.unref()

globalThis.leadApiMoment = async (/** @type {string} */ moment) => {
  const { stopAt, stands = true } = stop
  if (moment !== stopAt) return
  stop = {}
  await new Promise((told) => process.send?.({ moment }, undefined, undefined, told))
  if (stands) Atomics.wait(nothing, 0, 0, untilStopped)
}

// What is measured by other clocks than the wall's goes on as it was. The embedded database's clock is its process's.
const { now } = Date
const nowAhead = () => now() + ahead

globalThis.Date = new Proxy(Date, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [nowAhead()] : values, made),
  apply: () => new Date().toString(),
  get: (target, name) => (name === 'now' ? nowAhead : Reflect.get(target, name)),
})
