import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Patience } from './handler'

const never = () => new Promise<never>(() => {})

it('gives up on what does not come', async () => {
  await expect(new Patience(20).with(never)).rejects.toThrow('too long')
})

it('is spent over all steps together, so that several slow ones keep nobody longer than one that hangs', async () => {
  const patience = new Patience(300)
  await patience.with(() => pause(250))
  const began = performance.now()
  await expect(patience.with(never)).rejects.toThrow('too long')
  expect(performance.now() - began).toBeLessThan(200)
})

it('waits as long as it takes once the lead is safe', async () => {
  const attempt = new Patience(20).with(async (onSafe) => {
    onSafe()
    await pause(100)
    return 'delivered'
  })
  expect(await attempt).toBe('delivered')
})

it('passes on what the work threw, also when it throws at once', async () => {
  const refuse = async () => Promise.reject(new Error('refused'))
  await expect(new Patience(20).with(refuse)).rejects.toThrow('refused')
})
