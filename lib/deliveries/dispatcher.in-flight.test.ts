import { expect, it } from 'vitest'
import { InFlight } from './dispatcher'

it('is settled at once when nothing is in flight', async () => {
  await expect(new InFlight().settled()).resolves.toBeUndefined()
})

it('waits for work begun while it waits, so that a shutdown cuts nothing off', async () => {
  const inFlight = new InFlight()
  const ended: string[] = []
  const second = async () => {
    ended.push('second')
  }
  const first = async () => {
    inFlight.follow(second(), () => undefined)
    ended.push('first')
  }
  inFlight.follow(Promise.resolve().then(first), () => undefined)
  await inFlight.settled()
  expect(ended.sort()).toEqual(['first', 'second'])
})

it('tells of failed work and settles all the same', async () => {
  const inFlight = new InFlight()
  const errors: unknown[] = []
  const work = inFlight.follow(Promise.reject(new Error('no')), (error) => errors.push(error))
  await expect(work).rejects.toThrow('no')
  await inFlight.settled()
  expect(errors).toHaveLength(1)
})
