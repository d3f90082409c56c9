import { expect, it } from 'vitest'
import { type DeliverLeadPorts, deliverLead, type EndedAttempt } from './deliver-lead'
import type { LeadToSend } from './delivery-store'

it('is waited for at each moment of an attempt, so that a test can stop the process there', async () => {
  const seen: string[] = []
  const told: EndedAttempt[] = []
  const attempt = { leadId: 'lead', number: 1, startedAt: new Date(), scheduleStep: 1 }
  const toSend = { lead: { vitecCustomerId: 'ABC123' }, message: '' } as LeadToSend
  // Only what an attempt that is delivered asks of them.
  const ports = {
    store: {
      claim: async () => {
        seen.push('claim')
        return attempt
      },
      settle: async () => {
        seen.push('settle')
        const news = { sinceReceivedMs: 7, listed: true, pauseBegan: false, breaker: 'stays' }
        return { kind: 'on_time', status: 'delivered', nextAttemptAt: null, lifts: false, news }
      },
    },
    vitec: {
      prepare: async () => ({
        send: async () => {
          seen.push('send')
          return { outcome: 'delivered', httpStatus: 200, answer: '"CMLEAD1"', vitecLeadId: 'CMLEAD1' }
        },
      }),
    },
    isMagic: () => false,
    random: () => 0,
    mayBegin: () => true,
    wait: async () => {},
    onMoment: async (moment: string) => {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(moment)
    },
    onEnded: (ended: EndedAttempt) => told.push(ended),
  } as unknown as DeliverLeadPorts
  await deliverLead(ports, { place: 'place', leadId: 'lead', waitMs: 0, isProbe: false, found: toSend })
  expect(seen).toEqual(['placed', 'claim', 'claimed', 'send', 'answered', 'settle'])
  expect(told).toEqual([
    {
      ...{ leadId: 'lead', number: 1, outcome: 'delivered', errorKind: null, settled: 'on_time' },
      ...{ customer: 'ABC123', sinceReceivedMs: 7, isProbe: true, pausedFor: null, breaker: null },
      ms: expect.any(Number),
    },
  ])
})
