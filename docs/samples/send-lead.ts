import process from 'node:process'

const address = new URL('/api/lead', process.env.API_URL)
const headers = new Headers({
  Authorization: `Bearer ${process.env.API_KEY}`,
  'Content-Type': 'application/json',
})

const lead = {
  reference: 'ORDER-2026-0044',
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
  },
}

type Answer = { status: string; message: string; code?: string; id?: string; state?: string }

/** Sends a lead once, however often it has to be tried. */
async function send(body: typeof lead): Promise<Answer> {
  const once = new Headers(headers)
  once.set('Idempotency-Key', body.reference)
  for (let attempt = 0; attempt < 6; attempt++) {
    let seconds = 2 ** attempt
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: once,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      })
      if (![409, 429, 502, 503, 504].includes(answer.status)) return await answer.json()
      seconds = Number(answer.headers.get('Retry-After') ?? seconds)
    } catch {
      // No answer: the same key makes the same lead of it.
    }
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
  throw new Error('no answer: ask for the reference before you send it again')
}

const answer = await send(lead)
if (answer.status === 'ERROR') throw new Error(`${answer.code}: ${answer.message}`)
console.log(answer.id, answer.state)
