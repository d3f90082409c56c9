import { z } from 'zod'
import type { ErrorKind } from '@/lib/delivery/attempt-result'
import { answerWord } from './answer-word'
import { classifyFault, classifyStatus } from './classify'
import type { Answer, Fault } from './exchange'

/**
 * A customer's lead sources as Vitec lists them, or why there is no list: `reason` is a closed code for the
 * screen, `word` what was said, which may be empty.
 */
export type LeadSourceList =
  | { ok: true; leadSources: { vitecId: string; name: string }[] }
  | { ok: false; reason: ErrorKind | 'not_configured'; word: string }

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
  if (exchange.kind === 'fault') {
    const { errorKind, word } = classifyFault(exchange)
    return { ok: false, reason: errorKind, word }
  }
  const { status, contentType, body } = exchange
  const verdict = classifyStatus(status)
  if (verdict.outcome === 'delivered') return listIn(exchange)
  const reason = verdict.outcome === 'rejected' ? 'other' : verdict.errorKind
  return { ok: false, reason, word: answerWord(status, contentType, body) }
}

function listIn({ body, end }: Answer): LeadSourceList {
  const unreadable = { ok: false, reason: 'unreadable_answer', word: '' } as const
  if (end !== 'complete') return unreadable
  try {
    const leadSources = listSchema.safeParse(JSON.parse(body))
    return leadSources.success ? { ok: true, leadSources: leadSources.data } : unreadable
  } catch {
    return unreadable
  }
}
