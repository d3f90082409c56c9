import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createVault } from '@/lib/vault/vault'
import { createTellReceivers, retryAfter, settlementOf } from './tell-receivers'
import type { Call, ClaimedEvent, Settlement, Standing, Told } from './webhook-store'

const vault = createVault([{ id: 'a', key: randomBytes(32).toString('base64') }])
const answer = (httpStatus: number | null, more: Partial<Told> = {}): Told => ({
  ...{ httpStatus, fault: httpStatus === null ? 'TIMEOUT' : null, answer: '', holdS: null },
  ...more,
})

describe('what follows from a try', () => {
  it('is that the event is told, by any 2xx and by nothing else', () => {
    for (const status of [200, 204, 299]) expect(settlementOf(answer(status), 1, () => 0).isTold).toBe(true)
    for (const status of [null, 199, 302, 400, 404, 500]) {
      const settlement = settlementOf(answer(status), 1, () => 0)
      expect(settlement).toMatchObject({ isTold: false, retryMs: 5_000, off: null })
    }
  })

  it('is that the webhook is off, where the receiver says that it is gone', () => {
    expect(settlementOf(answer(410), 1, () => 0)).toMatchObject({ isTold: false, retryMs: null, off: 'gone' })
  })

  it('is another one, for three days, later each time, and no sooner than the receiver asks', () => {
    const waits: number[] = []
    for (let step = 1, wait = retryAfter(1, () => 0); wait !== null; wait = retryAfter(++step, () => 0))
      waits.push(wait)
    const sum = waits.reduce((total, wait) => total + wait)
    expect(Math.abs(sum / 3_600_000 - 72)).toBeLessThan(0.5)
    expect(settlementOf(answer(503, { holdS: 600 }), 1, () => 0).retryMs).toBe(600_000)
    expect(settlementOf(answer(500), waits.length + 1, () => 0)).toMatchObject({
      retryMs: null,
      off: 'failed',
    })
  })
})

describe('telling', () => {
  const claimed = (number: number, actor = 'key:a'): ClaimedEvent => ({
    ...{ number: BigInt(number), id: `e${number}`, payload: '{}', attempt: 1, step: 1 },
    ...{ webhookId: 'w', actor, url: 'https://example.com/', sealed: [vault.seal('whsec_AAAA', actor)] },
  })
  /** A store that has events to hand out, and keeps what became of them. */
  const world = (
    events: ClaimedEvent[],
    call: (call: Call, signal: AbortSignal) => Promise<Told>,
    slowMs = 60_000,
  ) => {
    const waiting = [...events]
    const settled: [string, Settlement][] = []
    const telling = createTellReceivers({
      store: {
        claim: async (standing, most) => (standing === 'well' ? waiting.splice(0, most) : []),
        settle: async ({ id }, settlement) => {
          settled.push([id, settlement])
          return { switchedOff: false }
        },
      },
      vault,
      call,
      random: () => 0,
      slowMs,
    })
    return { telling, settled, waiting }
  }

  it('goes on with what waits as soon as a place is free, and ends when nothing does', async () => {
    let atOnce = 0
    let most = 0
    const { telling, settled } = world(
      Array.from({ length: 40 }, (_, number) => claimed(number)),
      async () => {
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => setImmediate(resolve))
        atOnce -= 1
        return answer(204)
      },
    )
    await telling.run()
    await expect.poll(() => settled.length).toBe(40)
    expect(most).toBe(16)
  })

  it('goes on at once with a receiver that fails now and then, and not only when the sweep comes by', async () => {
    const waiting = Array.from({ length: 40 }, (_, number) => claimed(number))
    let stands: Standing = 'well'
    let told = 0
    let calls = 0
    const telling = createTellReceivers({
      store: {
        claim: async (standing, most) =>
          standing === stands ? waiting.splice(0, standing === 'well' ? Math.min(most, 4) : 1) : [],
        settle: async (event, { isTold }) => {
          stands = isTold ? 'well' : 'failing'
          if (isTold) told += 1
          else waiting.push(event)
          return { switchedOff: false }
        },
      },
      vault,
      call: async () => answer(++calls % 5 === 0 ? 500 : 204),
      random: () => 0,
    })
    await telling.run()
    await expect.poll(() => told).toBe(40)
  })

  it('does not let receivers that are slow hold up another one', async () => {
    const slow = Array.from({ length: 16 }, (_, number) => claimed(number))
    let end: () => void = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const call = async ({ id }: Call) => {
      if (id !== 'e16') await ended
      return answer(204)
    }
    const { telling, settled } = world([...slow, claimed(16, 'key:b')], call, 10)
    await telling.run()
    await expect.poll(() => settled.map(([id]) => id)).toEqual(['e16'])
    end()
    await telling.drain()
    expect(settled).toHaveLength(17)
  })

  it('has no more calls under way than so many, however slow all are', async () => {
    const events = Array.from({ length: 300 }, (_, number) => claimed(number))
    let end: () => void = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const call = async () => {
      await ended
      return answer(204)
    }
    const { telling, settled, waiting } = world(events, call, 10)
    await telling.run()
    await expect.poll(() => waiting.length).toBe(100)
    end()
    await expect.poll(() => settled.length).toBe(300)
  })

  it('settles an event whose secret no key opens as not told, and signs none with another secret', async () => {
    const calls: Call[] = []
    const { telling, settled } = world([{ ...claimed(1), sealed: ['v1.lost.AAAA'] }], async (call) => {
      calls.push(call)
      return answer(204)
    })
    await telling.run()
    await telling.drain()
    expect(calls).toEqual([])
    expect(settled).toMatchObject([['e1', { isTold: false, fault: 'SECRET_UNREADABLE', retryMs: 5_000 }]])
  })

  it('is broken off where a process stops and a receiver hangs, and not settled: another tells it', async () => {
    const { telling, settled } = world(
      [claimed(1)],
      (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(answer(null)))),
    )
    await telling.run()
    telling.close()
    await telling.drain()
    expect(settled).toEqual([])
  })

  it('begins nothing more once it is closed, and ends what it has begun', async () => {
    let end: (told: Told) => void = () => {}
    const { telling, settled, waiting } = world(
      Array.from({ length: 20 }, (_, number) => claimed(number)),
      () =>
        new Promise((resolve) => {
          end = resolve
        }),
    )
    await telling.run()
    telling.close()
    end(answer(204))
    await expect.poll(() => settled.length).toBe(1)
    expect(waiting).toHaveLength(4)
  })
})
