import { z } from 'zod'
import { answerWord } from './answer-word'
import { classifyFault, classifyStatus } from './classify'
import type { Answer, Fault } from './exchange'

/** A customer's lead sources as Vitec lists them, or why there is no list, in Vitec's words or ours. */
export type LeadSourceList =
  | { ok: true; leadSources: { vitecId: string; name: string }[] }
  | { ok: false; reason: string }

/** Vitec documents no such list: this is the shape that the stand-in serves, ids as text or number. */
const listSchema = z.array(
  z
    .object({
      id: z.union([z.string().trim().min(1).max(100), z.int().transform(String)]),
      name: z.string().trim().min(1).max(200),
    })
    .transform(({ id, name }) => ({ vitecId: id, name })),
)

/** Reads the answer to a call for lead sources. All or nothing: half a list would switch nothing off, but mislead. */
export function leadSourceListOf(exchange: Answer | Fault): LeadSourceList {
  if (exchange.kind === 'fault') return { ok: false, reason: classifyFault(exchange).word }
  const { status, contentType, body, end } = exchange
  if (classifyStatus(status).outcome !== 'delivered') {
    return { ok: false, reason: answerWord(status, contentType, body) }
  }
  const leadSources = end === 'complete' ? leadSourcesIn(body) : null
  return leadSources
    ? { ok: true, leadSources }
    : { ok: false, reason: `Vitec answered ${status}, but without a readable list` }
}

function leadSourcesIn(body: string): z.infer<typeof listSchema> | null {
  try {
    return listSchema.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
