import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether a call to the webhook is from Lead API. `body`: its text, as it came. */
export function isOurs(secret: string, headers: Headers, body: string): boolean {
  const event = headers.get('webhook-id')
  const sent = headers.get('webhook-timestamp')
  if (Math.abs(Date.now() / 1000 - Number(sent)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = createHmac('sha256', key).update(`${event}.${sent}.${body}`).digest('base64')
  const expected = Buffer.from(`v1,${signed}`)
  const signatures = (headers.get('webhook-signature') ?? '').split(' ')
  return signatures.some((one) => {
    const given = Buffer.from(one)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
