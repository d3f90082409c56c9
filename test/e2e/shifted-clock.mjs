/**
 * A setting by which a process's clock is so many days ahead, or behind with less than none, and the embedded database's
 * with it. Sleeping and waiting go on as ever.
 * @param {number} days
 * @returns {{ NODE_OPTIONS: string }}
 */
export function shiftedClock(days) {
  const program = `
    const ms = ${Math.round(days * 86_400_000)}
    globalThis.Date = new Proxy(Date, {
      construct: (real, given, made) =>
        Reflect.construct(real, given.length ? given : [real.now() + ms], made === globalThis.Date ? real : made),
      apply: (real) => new real(real.now() + ms).toString(),
      get: (real, name) => (name === 'now' ? () => real.now() + ms : Reflect.get(real, name)),
    })`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` }
}
