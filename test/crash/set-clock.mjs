/**
 * Loaded before the product in a test of clocks (`node --import`): its clock is as far ahead of the machine's as it is told
 * to be, behind where that is less than 0. What is measured by other clocks than the wall's goes on as it was. The embedded
 * database's clock is its process's.
 */
let ahead = 0
const { now } = Date

process.on('message', (/** @type {import('./control.mjs').Order} */ { clockAheadMs }) => {
  ahead = clockAheadMs ?? ahead
})
process.channel?.unref()

const nowAhead = () => now() + ahead

globalThis.Date = new Proxy(Date, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [nowAhead()] : values, made),
  apply: () => new Date().toString(),
  get: (target, name) => (name === 'now' ? nowAhead : Reflect.get(target, name)),
})
