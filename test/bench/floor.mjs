/**
 * What a lead costs with nothing around it: the same checks, the same durable rows and indexes, the same request to Vitec,
 * one prepared statement a step; no framework, no identity, no limits, no turns, no breakers. What the product costs is
 * compared with it.
 *
 * `node test/bench/floor.mjs DATABASE VITEC`: DATABASE is a PostgreSQL of its own, or a folder for the embedded database;
 * VITEC the address of a stand-in. Prints its address when it listens. With `Prefer: respond-async` a lead is stored only.
 */
import { createHash, randomUUID } from 'node:crypto'
import { Agent, createServer, request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import pg from 'pg'
import { z } from 'zod'
import { claimText, insertText, insertValues, settleText, tables } from './floor-sql.mjs'

const [databasePlace = '', vitec = ''] = process.argv.slice(2)

const text = (/** @type {number} */ max) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max))
/** @template {z.ZodType} T @param {T} schema */
const optional = (schema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
const number = (/** @type {number} */ max) => optional(z.number().min(0).max(max))
const phone = z
  .string()
  .max(40)
  .transform((value) => parsePhoneNumberFromString(value, 'SE')?.number ?? '')
  .pipe(z.string().min(5))
const zipCode = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[1-9]\d{4}$/))

const leadSchema = z.object({
  customer: z.object({ customer_id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), lead_id: text(100) }),
  person: z.object({
    first_name: text(30),
    last_name: text(30),
    email: text(100).pipe(z.email()),
    phone,
    address: text(68),
    zip_code: optional(zipCode),
    city: optional(text(25)),
    qualification: optional(text(200)),
    custom_field: optional(text(500)),
  }),
  property: z.object({
    valuation: z.number().int().min(1).max(999_999_999_999),
    property_sub_type: z.enum(['Apartment', 'SingleFamilyResidence', 'Townhouse', 'Duplex', 'Terraced']),
    living_area: number(100_000),
    secondary_area: number(100_000),
    lot_size_area: number(100_000_000),
    rooms: optional(z.string().regex(/^\d{1,2}([.,]\d)?$/)),
    year_built: optional(z.string().regex(/^\d{4}$/)),
    occupant_type: optional(z.enum(['Owner', 'TenantOwnership'])),
    association_fee: number(1_000_000),
  }),
})
/** @typedef {z.output<typeof leadSchema>} FloorLead */

const homes = {
  Apartment: 'en lägenhet',
  SingleFamilyResidence: 'en villa',
  Townhouse: 'ett radhus',
  Terraced: 'ett kedjehus',
  Duplex: 'ett parhus',
}
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** @param {FloorLead} lead @param {Date} now */
function messageOf({ person, property }, now) {
  const kronor = String(property.valuation).replace(/\B(?=(\d{3})+$)/g, ' ')
  const area = property.living_area === null ? '' : ` med ${property.living_area.toFixed(1)} m² boarea`
  return `Du har fått ett lead från Real AI. ${person.first_name} ${person.last_name} fick en värdering på ${kronor} kr den ${day.format(now)} av ${homes[property.property_sub_type]}${area}.`
}

async function openPool() {
  if (/^postgres/.test(databasePlace)) return new pg.Pool({ connectionString: databasePlace, max: 10 })
  const { tsImport } = await import('tsx/esm/api')
  const { openEmbedded } = await tsImport('../../lib/db/embedded/open-embedded.ts', import.meta.url)
  return (await openEmbedded(databasePlace)).pool
}

const pool = await openPool()
await pool.query(tables)
const agent = new Agent({ keepAlive: true, maxSockets: 100 })

/** @param {string} path @param {string} body @returns {Promise<{ status: number, id: string }>} */
function post(path, body) {
  const headers = {
    'content-type': 'application/json',
    authorization: 'Basic dTpw',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const call = httpRequest(vitec + path, { method: 'POST', agent, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 0, id: JSON.parse(String(await buffer(response))) })
    })
    call.on('error', reject).end(body)
  })
}

/** @param {FloorLead} lead @param {string} message */
const personLead = ({ customer, person }, message) =>
  JSON.stringify({
    firstName: person.first_name,
    lastName: person.last_name,
    message,
    typeId: customer.lead_id,
    telephone: { cell: person.phone },
    email: { emailAddress: person.email },
    address: { streetAddress: person.address, zipCode: person.zip_code, city: person.city },
  })

/** @param {Buffer} bytes @param {boolean} onlyStores */
async function take(bytes, onlyStores) {
  const parsed = leadSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  if (!parsed.success) return { code: 422, answer: { status: 'ERROR', errors: parsed.error.issues.length } }
  const lead = parsed.data
  const [id, now] = [randomUUID(), new Date()]
  const message = messageOf(lead, now)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const values = insertValues({ lead, id, now, message, bytes, hash })
  await pool.query({ name: 'insert', text: insertText, values })
  if (onlyStores) return { code: 202, answer: { status: 'QUEUED', message: 'stored', id } }

  const path = `/Advertising/Lead/${encodeURIComponent(lead.customer.customer_id)}/Person`
  const body = personLead(lead, message)
  const claim = { name: 'claim', text: claimText, values: [id, randomUUID(), path, body] }
  const { rows } = await pool.query(claim)
  const answer = await post(path, body)
  const settled = [id, rows[0].number, answer.status, answer.id]
  await pool.query({ name: 'settle', text: settleText, values: settled })
  return { code: 200, answer: { status: 'OK', message: answer.id, id } }
}

const server = createServer(async (request, response) => {
  const onlyStores = /\brespond-async\b/.test(String(request.headers.prefer))
  const { code, answer } = await take(await buffer(request), onlyStores).catch((error) => ({
    code: 500,
    answer: { status: 'ERROR', message: String(error) },
  }))
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${port}`)
})
process.once('disconnect', () => process.exit())
