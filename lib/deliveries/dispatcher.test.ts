import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LeadState, Turn } from './delivery-store'
import { Dispatcher } from './dispatcher'

const idle: Turn = { kind: 'idle', abandoned: false, waitMs: 60_000 }
const place = (leadId: string): Turn & { kind: 'place' } => ({
  kind: 'place',
  place: `place of ${leadId}`,
  leadId,
  isProbe: false,
  waitMs: 0,
  found: null,
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
  let asked: number[]
  let sent: string[]
  let lookedAt: string[]
  /** How the attempt ends; none: at once. */
  let sending: Promise<LeadState | null> | null
  let errors: unknown[]
  let swept: number
  let dispatcher: Dispatcher
  beforeEach(() => {
    vi.useFakeTimers()
    ;[turns, isOnItsWay, asked, sent, lookedAt, errors, swept] = [[], true, [], [], [], [], 0]
    sending = null
    dispatcher = new Dispatcher({
      store: {
        async takeTurns(count) {
          asked.push(count)
          const taken: Turn[] = []
          while (taken.length < count) {
            const turn = turns.shift() ?? idle
            if (turn instanceof Error) throw turn
            taken.push(turn)
          }
          return taken
        },
        settleInterrupted: async () => ++swept,
        async isOnItsWay(leadId) {
          lookedAt.push(leadId)
          return isOnItsWay
        },
      },
      async deliver({ leadId }) {
        sent.push(leadId)
        return sending ?? delivered(leadId)
      },
      onError: (error) => errors.push(error),
    })
  })
  afterEach(() => {
    dispatcher.close()
    vi.useRealTimers()
  })

  it('takes one turn after the other, and looks again in five seconds where there is none', async () => {
    turns = [place('a'), place('b')]
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a', 'b'])
    turns = [place('c')]
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toEqual(['a', 'b', 'c'])
  })

  it('looks when the next lead is due, to the millisecond', async () => {
    turns = [{ ...idle, waitMs: 700 }, place('a')]
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(699)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual(['a'])
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

  it('looks once at a lead that somebody waits for, and not at one that it is sending', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    let end: (state: LeadState) => void = () => undefined
    sending = new Promise((resolve) => {
      end = resolve
    })
    turns = [place('a')]
    const outcomes = Promise.all([dispatcher.outcome('a', 8_000), dispatcher.outcome('b', 8_000)])
    for (let turn = 0; turn < 20; turn++) {
      dispatcher.wake()
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(lookedAt).toEqual(['b'])
    end(delivered('a'))
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await outcomes).toEqual([delivered('a'), null])
  })

  it('asks for as many turns at once as there are leads that somebody waits for, eight at most', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    for (const few of ['a', 'b', 'c']) dispatcher.outcome(few, 100)
    await vi.advanceTimersByTimeAsync(200)
    for (let lead = 0; lead < 20; lead++) dispatcher.outcome(`${lead}`, 100)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual([1, 3, 8])
  })

  it('looks again when an attempt has ended where room was missing, and not where nothing was due', async () => {
    const ends: (() => void)[] = []
    const begin = (leadId: string, then: Turn) => {
      sending = new Promise((resolve) => ends.push(() => resolve(delivered(leadId))))
      turns = [place(leadId), then]
      dispatcher.wake()
      return vi.advanceTimersByTimeAsync(0)
    }
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    await begin('a', { kind: 'full', abandoned: false, waitMs: 500 })
    const before = asked.length
    ends[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked.length).toBe(before + 1)
    await begin('b', idle)
    const later = asked.length
    ends[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked.length).toBe(later)
  })

  it('looks again at once when a place was missed, because its lead is due still', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    sending = Promise.resolve(null)
    turns = [place('a'), idle, place('b')]
    dispatcher.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a', 'b'])
  })

  it('looks again when a probe has ended, because all leads of its customer may be due then', async () => {
    dispatcher.start()
    await vi.advanceTimersByTimeAsync(0)
    let end: (state: LeadState) => void = () => undefined
    sending = new Promise((resolve) => {
      end = resolve
    })
    turns = [{ ...place('a'), isProbe: true }, idle, place('b')]
    dispatcher.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a'])
    end(delivered('a'))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a', 'b'])
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
