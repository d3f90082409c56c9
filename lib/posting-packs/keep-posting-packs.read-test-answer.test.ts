import { expect, it } from 'vitest'
import { readTestAnswer } from './keep-posting-packs'

const id = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const refusal = (code: string, errors?: object[], status = 422) =>
  Response.json({ status: 'ERROR', code, message: 'Erik Andersson', errors, request_id: 'r' }, { status })

it('keeps of a refusal its code and the fields that we have, and nothing that a caller wrote', async () => {
  const errors = [
    { field: 'person.phone', code: 'required', message: 'is missing' },
    {
      field: 'person.Erik Andersson 070-174 06 05',
      code: 'unknown_field',
      params: { meant: 'person.phone' },
    },
    { field: 'property.valuation', code: 'not_number', message: '5 500 000 kr' },
  ]
  expect(await readTestAnswer(refusal('invalid_fields', errors))).toEqual({
    ...{ httpStatus: 422, code: 'invalid_fields', leadId: null },
    fields: ['person.phone', 'property.valuation'],
  })
  expect(await readTestAnswer(refusal('not_json', undefined, 400))).toEqual({
    ...{ httpStatus: 400, code: 'not_json', fields: [], leadId: null },
  })
})

it('keeps of an answer that is repeated whose it was', async () => {
  const headers = { 'Idempotent-Replayed': 'true', Location: `/api/lead/${id}` }
  expect(await readTestAnswer(Response.json({}, { headers }))).toEqual({
    ...{ httpStatus: 200, code: 'repeated', fields: [], leadId: id },
  })
})

it('keeps nothing of a lead that is stored, of a pace that was too high, or of what it cannot read', async () => {
  const stored = { status: 'REJECTED', message: 'Erik', id, state: 'rejected', request_id: 'r' }
  expect(await readTestAnswer(Response.json(stored, { status: 422 }))).toBeNull()
  expect(await readTestAnswer(Response.json({ status: 'OK' }))).toBeNull()
  expect(await readTestAnswer(refusal('rate_limited', undefined, 429))).toBeNull()
  expect(await readTestAnswer(refusal('Erik Andersson'))).toBeNull()
})

it('leaves the answer to be read by who asked', async () => {
  const answer = refusal('invalid_fields')
  await readTestAnswer(answer)
  expect(await answer.json()).toMatchObject({ code: 'invalid_fields' })
})
