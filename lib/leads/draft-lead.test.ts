import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody } from '@/lib/lead/testing/any-body'
import { seedBody } from '@/lib/lead/testing/seed-body'
import { draftLead } from './draft-lead'
import { messageParts } from './lead-message'
import { leadRequestSchema } from './wire-lead'

const today = '2026-01-27'

describe('draftLead', () => {
  it('reads a whole request as the request is read, so that the preview is what is sent', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(draftLead(body, today)).toEqual(leadRequestSchema(today).parse(body))
      }),
    )
  })

  it('leaves out what is missing or wrong, and keeps the rest', () => {
    const { person } = seedBody()
    const draft = draftLead({ person: { ...person, phone: '07' }, property: { valuation: '1' } }, today)
    expect(draft).toMatchObject({ firstName: 'Erik', phone: null, valuation: null, propertySubType: null })
    expect(draft.vitecCustomerId).toBeNull()
  })

  it('makes a message of anything', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(messageParts(draftLead(body, today), today)[0]).toMatchObject({ kind: 'text' })
      }),
    )
  })
})
