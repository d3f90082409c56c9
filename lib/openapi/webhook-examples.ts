import type { LeadStatus } from '@/lib/leads/lead'
import {
  type KeptEvent,
  type MadeWebhook,
  payloadOf,
  testType,
  type Webhook,
  type WebhookEvents,
  webhookEventTypes,
} from '@/lib/webhooks/webhook'
import { replacedExample, statusExample } from './lead-examples'

export type EventType = KeptEvent['type']

/** What each tells, and how its lead stands then. */
export const eventExamples: Record<EventType, { summary: string; state: LeadStatus | null }> = {
  'lead.delivered': { summary: 'Vitec has the lead', state: 'delivered' },
  'lead.rejected': { summary: 'Vitec refused the lead', state: 'rejected' },
  'lead.unknown': { summary: 'The lead was sent, and nothing says whether it arrived', state: 'unknown' },
  'lead.failed': { summary: 'The lead could not be sent for a long time', state: 'failed' },
  'lead.cancelled': { summary: 'A person has stopped the lead', state: 'cancelled' },
  'lead.replaced': {
    summary: 'Staff have made another lead of it, which takes its place',
    state: 'rejected',
  },
  [testType]: { summary: 'A test that somebody asked for', state: null },
}

/** An event as it is kept, for examples. */
export const keptExample = (type: EventType): KeptEvent => ({
  id: '3f1b1f6e-0a1c-4d1e-8f55-2a6c0d9b7e10',
  type,
  at: new Date('2026-11-27T09:30:00.000Z'),
  leadId: type === testType ? null : statusExample.id,
  state: eventExamples[type].state,
  replacedById: type === 'lead.replaced' ? replacedExample.replaced_by : null,
})

export const webhookExample: Webhook = {
  id: '01a0c1de-7b8a-7c11-9d55-0f2f6b1f1a01',
  url: 'https://example.com/leads',
  events: [...webhookEventTypes],
  state: 'on',
  off_reason: null,
  off_since: null,
  failing_since: null,
  created_at: '2026-11-27T09:00:00.000Z',
  old_secret_until: null,
}
export const madeExample: MadeWebhook = {
  ...webhookExample,
  secret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
}
const kept = keptExample('lead.delivered')
export const eventsExample: WebhookEvents = {
  events: [
    {
      id: kept.id,
      type: kept.type,
      payload: payloadOf(kept),
      at: kept.at.toISOString(),
      state: 'told',
      next_attempt_at: null,
      attempts: [
        {
          ...{ number: 1, started_at: '2026-11-27T09:30:01.000Z', took_ms: 84 },
          ...{ http_status: 204, fault: null, answer: '' },
        },
      ],
    },
  ],
  next_cursor: null,
  has_more: false,
}
