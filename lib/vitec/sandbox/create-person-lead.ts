import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { readJson } from '@/lib/api/read-json'
import { AppError, type ErrorCode } from '@/lib/errors'
import { type PersonLead, personLeadSchema } from '../person-lead'
import {
  losingCustomer,
  magicAnswer,
  missingLeadSource,
  silentCustomer,
  slowCustomer,
  unreadableCustomer,
} from './magic-customers'
import { requireCredentials } from './require-credentials'
import type { SandboxStore } from './sandbox-store'
import { invalidFields, modelState, vitecError } from './vitec-error'

type Sandbox = {
  store: Pick<SandboxStore, 'add'>
  /** How long the slow customer takes, in ms. */
  slowness?: number
  /** Asked for in place of the usual one. */
  password?: string
}

const losing = [losingCustomer, unreadableCustomer]

/**
 * The stand-in's `POST Advertising/Lead/{customerId}/Person`: any customer and any lead source will do, apart
 * from the magic ones. A breach of the contract is refused before magic is looked at, so that a magic customer
 * never hides one. Answers the new lead's id as a JSON string; drops the connection where it is not known whether it is kept.
 */
export async function createPersonLead(
  request: Request,
  customerId: string,
  { store, slowness = 3_000, password }: Sandbox,
): Promise<Response> {
  const stranger = requireCredentials(request, password)
  if (stranger) return stranger
  const personLead = await readPersonLead(request)
  if (personLead instanceof Response) return personLead
  const answer = magicAnswer(customerId) ?? refuseLeadSource(personLead)
  if (answer) return answer

  if (customerId === silentCustomer) {
    await callerGone(request)
    return dropped()
  }
  if (customerId === slowCustomer) await delay(slowness)
  const id = newId()
  try {
    await store.add({ id, customerId, receivedAt: new Date(), personLead })
  } catch {
    // It may have kept it: an error status would say that it did not, and have the lead sent again.
    return dropped()
  }
  return losing.includes(customerId) ? dropped() : Response.json(id)
}

function refuseLeadSource({ typeId }: PersonLead): Response | null {
  if (typeId !== missingLeadSource) return null
  return invalidFields({ 'personLead.typeId': [`There is no lead source with the id '${typeId}'.`] })
}

/** Of the look of Vitec's, and long enough that chance does not give one twice. */
function newId(): string {
  return `CMLEAD${randomInt(10 ** 11, 10 ** 12)}`
}

const statuses: Partial<Record<ErrorCode, number>> = {
  wrong_content_type: 415,
  body_too_large: 413,
  not_json: 400,
}

/** The lead in a request, held strictly to what Vitec documents, or the answer that refuses it. */
async function readPersonLead(request: Request): Promise<PersonLead | Response> {
  const body = await readJson(request).catch(asRefusal)
  if (body instanceof Response) return body
  const parsed = personLeadSchema.safeParse(body.value, { reportInput: true })
  return parsed.success ? parsed.data : invalidFields(modelState(parsed.error))
}

function asRefusal(error: unknown): Response {
  const status = error instanceof AppError ? statuses[error.code] : undefined
  if (status === undefined || !(error instanceof AppError)) throw error
  return vitecError(status, error.message)
}

/**
 * A response that drops the connection before its first byte.
 *
 * Next sends a response's head with the first chunk of its body, and destroys the connection when the body
 * fails instead. It says nothing of an `AbortError`, and logs every other.
 */
function dropped(): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.error(new DOMException('The sandbox drops this connection.', 'AbortError'))
      },
    }),
  )
}

/** Resolves when the caller has gone away. */
function callerGone({ signal }: Request): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
