import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LeadState, Turn } from './delivery-store'
import { Dispatcher } from './dispatcher'

const idle: Turn = { kind: 'idle', abandoned: false }
const place = (leadId: string): Turn => ({
  kind: 'place',
  place: `place of ${leadId}`,
  leadId,
  isProbe: false,
  waitMs: 0,
  abandoned: false,
})
const delivered = (id: string): LeadState => ({
  id,
  status: 'delivered',
  word: 'CM1',
  vitecLeadId: 'CM1',
  nextAttemptAt: null,
  obstacle: null,
})

describe('an instance that sends what is due', () => {
  let turns: (Turn | Error)[]
  let isOnItsWay: boolean
  let sent: string[]
  let errors: unknown[]
  let swept: number
  let dispatcher: Dispatcher
  beforeEach(() => {
    vi.useFakeTimers()
    ;[turns, isOnItsWay, sent, errors, swept] = [[], true, [], [], 0]
    dispatcher = new Dispatcher({
      store: {
        async takePlace() {
          const turn = turns.shift() ?? idle
          if (turn instanceof Error) throw turn
          return turn
        },
        settleInterrupted: async () => ++swept,
        isOnItsWay: async () => isOnItsWay,
      },
      async deliver({ leadId }) {
        sent.push(leadId)
        return delivered(leadId)
      },
      onError: (error) => errors.push(error),
    })
  })
  afterEach(() => {
    dispatcher.close()
    vi.useRealTimers()
  })

  it('takes one turn after the other, and looks again in a second where there is none', async () => {
    turns = [place('a'), place('b')]
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a', 'b'])
    turns = [place('c')]
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual(['a', 'b', 'c'])
  })

  it('looks at once when it is woken', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    turns = [place('a')]
    dispatcher.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a'])
  })

  it('tells whoever waits for a lead how it stands after its attempt', async () => {
    dispatcher.start()
    turns = [place('a')]
    expect(await Promise.all([dispatcher.outcome('a', 8_000), vi.advanceTimersByTimeAsync(0)])).toEqual([
      delivered('a'),
      vi,
    ])
  })

  it('lets whoever waits go when something stands in the way of the lead, or their time is over', async () => {
    dispatcher.start()
    isOnItsWay = false
    const hindered = dispatcher.outcome('a', 8_000)
    await vi.advanceTimersByTimeAsync(0)
    expect(await hindered).toBeNull()
    isOnItsWay = true
    const late = dispatcher.outcome('a', 8_000)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await late).toBeNull()
  })

  it('settles what nobody makes any more when it is told of it', async () => {
    turns = [{ ...idle, abandoned: true }]
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(swept).toBe(1)
  })

  it('tells of the first of failures in a row, and goes on by itself', async () => {
    turns = [new Error('away'), new Error('away'), new Error('away'), place('a')]
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(errors).toHaveLength(1)
    expect(sent).toEqual(['a'])
  })

  it('begins nothing more when it is closed', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    dispatcher.close()
    turns = [place('a')]
    await vi.advanceTimersByTimeAsync(5_000)
    await dispatcher.drained()
    expect(sent).toEqual([])
  })
})
