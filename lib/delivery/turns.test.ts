import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

/** Work that ends when told to. */
function openEnded() {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => ended, end: () => end() }
}

describe('turns', () => {
  it('let no more through at once than there are places', async () => {
    const turns = new Turns(3)
    let [now, most] = [0, 0]
    const work = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise(setImmediate)
      now -= 1
    }
    await Promise.all(Array.from({ length: 50 }, () => turns.take(Number.POSITIVE_INFINITY, work)))
    expect(most).toBe(3)
  })

  it('come in the order of asking, so that no lead waits for ever', async () => {
    const turns = new Turns(1)
    const order: number[] = []
    const ask = (number: number) => turns.take(Number.POSITIVE_INFINITY, async () => order.push(number))
    await Promise.all([1, 2, 3, 4].map(ask))
    expect(order).toEqual([1, 2, 3, 4])
  })

  it('send away who has waited long enough, and give the place to the next', async () => {
    const turns = new Turns(1)
    const first = openEnded()
    const going = turns.take(Number.POSITIVE_INFINITY, first.work)
    expect(await turns.take(1, async () => 'taken')).toBeNull()
    const patient = turns.take(Number.POSITIVE_INFINITY, async () => 'taken')
    first.end()
    await going
    expect(await patient).toBe('taken')
  })

  it('free the place of work that fails', async () => {
    const turns = new Turns(1)
    await expect(turns.take(0, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turns.take(0, async () => 'taken')).toBe('taken')
  })

  it('begin nothing new once closed, and let what has begun end, so that a stop cuts nothing off', async () => {
    const turns = new Turns(1)
    const first = openEnded()
    const going = turns.take(Number.POSITIVE_INFINITY, () => first.work().then(() => 'ended'))
    const waiting = turns.take(Number.POSITIVE_INFINITY, async () => 'taken')
    turns.close()
    expect(await waiting).toBeNull()
    expect(await turns.take(Number.POSITIVE_INFINITY, async () => 'taken')).toBeNull()
    first.end()
    expect(await going).toBe('ended')
  })
})
