import { expect, it } from 'vitest'
import { attemptWithin } from './attempt-within'
import type { LeadState } from './delivery-store'

const delivered: LeadState = {
  id: 'a',
  status: 'delivered',
  word: 'CMLEAD1',
  vitecLeadId: 'CMLEAD1',
  nextAttemptAt: null,
}

it('answers with the result of an attempt that ends in time', async () => {
  expect(await attemptWithin(async () => delivered, 'a', 1000)).toEqual(delivered)
})

it('answers that the lead waits when the attempt takes longer, and lets it go on', async () => {
  let end: (state: LeadState) => void = () => undefined
  const work = new Promise<LeadState>((resolve) => {
    end = resolve
  })
  expect(await attemptWithin(() => work, 'a', 1)).toMatchObject({ id: 'a', status: 'pending' })
  end(delivered)
  expect(await work).toEqual(delivered)
})

it('does not wait at all with a budget of 0', async () => {
  expect(await attemptWithin(async () => delivered, 'a', 0)).toMatchObject({ status: 'pending' })
})

it('answers that the lead waits when the attempt itself fails, because the lead is stored all the same', async () => {
  const failing = () => Promise.reject(new Error('the database is away'))
  expect(await attemptWithin(failing, 'a', 1000)).toMatchObject({ id: 'a', status: 'pending' })
})
