/**
 * Loaded before the product in a test that stops it where an attempt stands (`node --import`): tells the test when the moment
 * that it asked for is there, and stands still in it, as the process does as soon as the test has stopped it.
 */

/** In ms: a test that is alive stops a process sooner. */
const untilStopped = 200
const nothing = new Int32Array(new SharedArrayBuffer(4))

/** @type {import('./control.mjs').Order} */
let order = {}

process.on('message', (/** @type {import('./control.mjs').Order} */ given) => {
  if (given.stopAt !== undefined) order = given
})
process.channel?.unref()

globalThis.leadApiMoment = async (moment) => {
  const { stopAt, stands = true } = order
  if (moment !== stopAt) return
  order = {}
  await new Promise((told) => process.send?.({ moment }, undefined, undefined, told))
  if (stands) Atomics.wait(nothing, 0, 0, untilStopped)
}
