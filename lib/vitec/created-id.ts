import { isSaneId } from './sane-id'

/**
 * The id of the created lead in a 2xx answer, or `null`.
 *
 * Expected is a JSON string, as Vitec's sibling endpoints answer; a number, `{ "id": … }`, `{ "leadId": … }`
 * and the bare id as text are taken too. Of an answer that was cut short, only JSON is believed: it shows
 * where it ends, while half a bare id looks like a whole one.
 */
export function createdId(body: string, complete: boolean): string | null {
  const text = body.trim()
  // Before JSON, which would round a long number.
  if (isSaneId(text)) return complete ? text : null
  const id = idIn(parseJson(text))
  return id !== null && isSaneId(id) ? id : null
}

function idIn(answer: unknown): string | null {
  if (typeof answer === 'string') return answer.trim()
  if (typeof answer === 'number') return String(answer)
  if (typeof answer !== 'object' || answer === null) return null
  const entry = Object.entries(answer).find(([key]) => ['id', 'leadid'].includes(key.toLowerCase()))
  const id: unknown = entry?.[1]
  return typeof id === 'string' || typeof id === 'number' ? idIn(id) : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
