import { z } from 'zod'
import { ownWord } from '@/lib/deliveries/own-word'
import { textField } from '@/lib/validation/fields'
import { parseJson } from '@/lib/validation/json'
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
      id: z.union([textField(100), z.int().transform(String)]),
      name: textField(200),
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
  // A list shows its own end.
  const isWhole = end === 'complete' || end === 'closed'
  const leadSources = isWhole ? listSchema.safeParse(parseJson(body)).data : null
  return leadSources ? { ok: true, leadSources } : { ok: false, reason: ownWord('no_list', status) }
}
