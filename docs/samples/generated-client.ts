// npx openapi-typescript $API_URL/api/openapi.json --output lead-api.d.ts
// npm install openapi-fetch
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import createClient from 'openapi-fetch'
import type { components, paths } from './lead-api.d.ts'

const api = createClient<paths>({
  baseUrl: `${process.env.API_URL}`,
  headers: { Authorization: `Bearer ${process.env.API_KEY}` },
})

const lead: components['schemas']['LeadRequest'] = {
  reference: 'ORDER-2026-0045',
  customer: { customer_id: 'ABC123', lead_id: 'LEAD456' },
  person: {
    first_name: 'Erik',
    last_name: 'Andersson',
    email: 'erik.andersson@example.com',
    phone: '+46701234567',
    address: 'Storgatan 12',
  },
  property: { valuation: 5_500_000, property_sub_type: 'SingleFamilyResidence' },
}

/** Why a request was refused, for a log: its code, and each wrong field with its own. */
function refusal({ code, message, errors = [] }: components['schemas']['ErrorAnswer']): Error {
  const fields = errors.map((error) => `${error.field} ${error.code}`)
  return new Error([code, message, ...fields].join('; '))
}

/** Sends a lead, and resolves to its id here. Vitec's refusal is a lead, too. */
async function send(body: typeof lead): Promise<string> {
  const { data, error } = await api.POST('/api/lead', {
    params: { header: { 'Idempotency-Key': `${body.reference}` } },
    body,
  })
  const answer = data ?? error
  if (answer.status === 'ERROR') throw refusal(answer)
  return answer.id
}

/** Asks until nothing more happens by itself, and resolves to how the lead stands then. */
async function settled(id: string) {
  for (;;) {
    const { data, error, response } = await api.GET('/api/lead/{id}', { params: { path: { id } } })
    if (error) throw refusal(error)
    if (data.state !== 'pending') return data
    await wait(Number(response.headers.get('Retry-After') ?? 60) * 1000)
  }
}

const { data: key, error } = await api.GET('/api/me')
if (error) throw refusal(error)
console.log(key.name, key.mode, key.limits?.sends.remaining)

const { state, message } = await settled(await send(lead))
console.log(state, message)

const listed = await api.GET('/api/leads', {
  params: { query: { reference: `${lead.reference}`, limit: 200 } },
})
console.log(listed.data?.leads.map((one) => one.state))

if (process.env.WEBHOOK_URL) {
  const set = await api.PUT('/api/webhook', { body: { url: process.env.WEBHOOK_URL } })
  if (set.error) throw refusal(set.error)
  if ('secret' in set.data) console.log('to be kept, it is told this once:', set.data.secret)
  const { data: webhook } = await api.GET('/api/webhook')
  console.log(webhook?.url, webhook?.state, webhook?.events)
}
