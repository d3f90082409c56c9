import type { LeadAnswer, LeadListAnswer, LeadStatusAnswer } from '@/lib/leads/lead-answer'
import { leadMessage } from '@/lib/leads/lead-message'
import type { LeadWarning } from '@/lib/leads/lead-warning'
import { writeOwnCursor } from '@/lib/leads/own-leads'
import { leadRequestSchema, type WireLeadInput } from '@/lib/leads/wire-lead'
import { exampleRequestId } from './answers'

/** The request of the source document's Python sample. */
export const exampleRequest = {
  customer: { customer_id: 'ABC123', lead_id: 'LEAD456' },
  person: {
    first_name: 'Erik',
    last_name: 'Andersson',
    email: 'erik.andersson@example.com',
    phone: '+46701234567',
    address: 'Storgatan 12',
    zip_code: '11422',
    city: 'Stockholm',
  },
  property: {
    valuation: 5_500_000,
    property_sub_type: 'SingleFamilyResidence',
    living_area: 150,
    secondary_area: 40,
    lot_size_area: 800,
    year_built: '1992',
    occupant_type: 'Owner',
    rooms: null,
    association_fee: null,
  },
} satisfies WireLeadInput

const id = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const day = '2026-01-27'

const reference = 'ORDER-2026-0042'
const states = { OK: 'delivered', QUEUED: 'pending', UNKNOWN: 'unknown', REJECTED: 'rejected' } as const

const answer = (status: LeadAnswer['status'], message: string, warnings?: LeadWarning[]): LeadAnswer => ({
  status,
  message,
  id,
  state: states[status],
  reference,
  ...(warnings && { warnings: warnings.map((warning) => warning.message), warning_details: warnings }),
  request_id: exampleRequestId,
})

export const acceptedExamples = {
  accepted: { summary: 'Accepted by Vitec', value: answer('OK', 'CMLEAD123') },
  warned: {
    summary: 'Accepted, with a field that is not known',
    value: answer('OK', 'CMLEAD123', [
      {
        field: 'person.middle_name',
        code: 'unknown_field',
        message: 'person.middle_name is not a field we know; it is kept as received and not used.',
      },
    ]),
  },
}

export const openExamples = {
  queued: {
    summary: 'Stored, not sent yet',
    value: answer('QUEUED', 'The lead is stored and will be sent to Vitec.'),
  },
  unknown: {
    summary: 'Sent, and no answer came back',
    value: answer(
      'UNKNOWN',
      'The lead was sent, but Vitec gave no answer that settles it. A person decides; do not send it again.',
    ),
  },
}

export const rejectedExample = {
  summary: 'Stored, refused by Vitec for good',
  value: answer('REJECTED', 'The lead source does not exist.'),
}

export const statusExample: LeadStatusAnswer = {
  id,
  reference,
  state: 'delivered',
  status: 'delivered',
  message: 'CMLEAD123',
  customer_id: 'ABC123',
  lead_id: 'LEAD456',
  vitec_lead_id: 'CMLEAD123',
  replaced_by: null,
  lead_message: leadMessage(leadRequestSchema(day).parse(exampleRequest), day),
  created_at: '2026-01-27T09:15:00.000Z',
  delivered_at: '2026-01-27T09:15:01.000Z',
  next_attempt_at: null,
  attempts: 1,
}

/** One that staff have mended: it is told so, and the other one is theirs. */
export const replacedExample: LeadStatusAnswer = {
  ...statusExample,
  ...{ state: 'rejected', status: 'rejected', message: 'The lead source does not exist.' },
  ...{ vitec_lead_id: null, delivered_at: null, replaced_by: '019ac2f0-11d4-7b0a-9c3e-5d1f0b7a2c44' },
}

const { lead_message: _, ...listed } = statusExample

export const listExamples = {
  more: {
    summary: 'A page with another one after it',
    value: {
      leads: [listed],
      next_cursor: writeOwnCursor({ receivedAt: listed.created_at, id }),
      has_more: true,
    } satisfies LeadListAnswer,
  },
  last: {
    summary: 'The last page, with a lead that waits',
    value: {
      leads: [
        {
          ...listed,
          ...{
            id: '019ac1d1-0b0e-7c55-9d0c-7a41c3a5d0e2',
            reference: null,
            state: 'pending',
            status: 'pending',
          },
          message: 'The lead is stored and will be sent to Vitec.',
          ...{ vitec_lead_id: null, delivered_at: null, next_attempt_at: '2026-01-27T09:20:00.000Z' },
        },
      ],
      next_cursor: null,
      has_more: false,
    } satisfies LeadListAnswer,
  },
}
