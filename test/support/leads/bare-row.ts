import type { LeadRow } from '@/lib/leads/lead-view'
import { bareLead } from './bare-lead'

/** A line of the log: a lead that waits, and of which nothing else is to be told. */
export const bareRow: LeadRow = {
  ...bareLead,
  id: '0197d1a2-0000-7000-8000-000000000000',
  receivedAt: '2026-03-01T12:00:00.000Z',
  channel: 'api',
  status: 'pending',
  customerId: null,
  leadSourceId: null,
  customerName: null,
  leadSourceName: null,
  vitecLeadId: null,
  nextAttemptAt: null,
  customerPaused: false,
  environment: 'sandbox',
  obstacle: null,
  anonymisedAt: null,
  mustAct: null,
}
