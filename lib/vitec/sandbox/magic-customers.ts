import { unauthorised } from './require-credentials'
import { invalidFields, vitecError } from './vitec-error'

/** Answers a lead with something unreadable; its report is in order, so that a lead can be missed in it. */
export const garblingCustomer = 'SANDBOX-GARBAGE'

/** Seconds; short, so that a retry can be watched. */
const retryAfter = { 'Retry-After': '2' }

/** Customer ids that always get one answer, as test card numbers do. Nothing is created. */
const magicAnswers: ReadonlyMap<string, () => Response> = new Map([
  ['SANDBOX-400', () => invalidFields({ personLead: ['The customer SANDBOX-400 refuses every lead.'] })],
  ['SANDBOX-401', unauthorised],
  ['SANDBOX-403', () => vitecError(403, 'You do not have access to the customer SANDBOX-403.')],
  ['SANDBOX-404', () => vitecError(404, 'No HTTP resource was found that matches the request.')],
  ['SANDBOX-429', () => vitecError(429, 'Too many requests.', { headers: retryAfter })],
  ['SANDBOX-500', () => vitecError(500, 'An error has occurred.')],
  ['SANDBOX-503', () => vitecError(503, 'The service is unavailable.', { headers: retryAfter })],
  [
    garblingCustomer,
    () => new Response('<html><h1>It works!</h1></html>', { headers: { 'content-type': 'text/html' } }),
  ],
  [
    'SANDBOX-REDIRECT',
    () => new Response(null, { status: 302, headers: { Location: '/sandbox/vitec/moved' } }),
  ],
])

/** The answer of a magic customer id, or `null` for every other. */
export function magicAnswer(customerId: string): Response | null {
  return magicAnswers.get(customerId)?.() ?? null
}

/** Creates the lead after some seconds, within every time limit. */
export const slowCustomer = 'SANDBOX-SLOW'
/** Never answers, and creates nothing. */
export const silentCustomer = 'SANDBOX-TIMEOUT'
/** Creates the lead, then drops the connection. */
export const losingCustomer = 'SANDBOX-LOST'
/** As the losing one, and its leads may not be read. */
export const unreadableCustomer = 'SANDBOX-NOREAD'
/** A lead source that does not exist, whatever the customer. */
export const missingLeadSource = 'SANDBOX-NOSOURCE'
