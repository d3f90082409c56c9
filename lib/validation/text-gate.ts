import { type FieldError, type FieldErrorCode, type FieldErrorParams, fieldErrorMessage } from './field-error'
import { characterAt, mostMarks } from './plain-text'

/** UTF-16 units: more than any field takes, with room for what is tidied away. */
export const longestText = 10_000

const marksTooMany = new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u')

/** Levels; no schema of ours reads deeper. */
const deepestRead = 16

/** Where a value stands in a request, and how deep. */
type Place = { holder: Record<string, unknown>; name: string; within: Place | null; depth: number }

/**
 * A text that did not pass; `restore` puts it back. `told`: where it stands and what is told of it; `null` of one that
 * stands deeper than anything is read, because to say where costs as much as it is deep, and there may be many.
 */
export type Stopped = { told: { names: string[]; error: FieldError } | null; restore: () => void }

/**
 * The gate that every text of a JSON request passes before anything looks into it: names each that is longer than
 * any field takes, or has more marks on a letter than any language. It is cut short in `body` until it is restored, so
 * that what else is wrong can be told at once, at a cost that grows with the length alone.
 *
 * Without recursion, because a stranger may nest deeper than the stack is.
 */
export function stopTexts(body: { value: unknown }): Stopped[] {
  const stopped: Stopped[] = []
  const rest: Place[] = [{ holder: body, name: 'value', within: null, depth: 0 }]
  for (let place = rest.pop(); place; place = rest.pop()) {
    const value = place.holder[place.name]
    if (typeof value === 'string') {
      const wrong = wrongWith(value)
      if (wrong) stopped.push(stop(place, value, wrong))
    } else if (typeof value === 'object' && value !== null) {
      // An array too is a record, of its indexes.
      const holder = value as Record<string, unknown>
      for (const name of Object.keys(holder))
        rest.push({ holder, name, within: place, depth: place.depth + 1 })
    }
  }
  return stopped.reverse()
}

type Wrong = { code: FieldErrorCode; params: FieldErrorParams; keep: number }

function wrongWith(text: string): Wrong | null {
  if (text.length > longestText)
    return { code: 'too_long', params: { max: longestText }, keep: longestText + 1 }
  // biome-ignore lint/plugin: this is the gate, and its length was looked at in the line before
  const at = text.search(marksTooMany)
  if (at < 0) return null
  const params = characterAt(text, at + mostMarks, 'mark')
  return { code: 'forbidden_character', params, keep: at }
}

function stop(place: Place, text: string, wrong: Wrong): Stopped {
  const { holder, name, depth } = place
  holder[name] = text.slice(0, wrong.keep)
  return {
    told: depth > deepestRead ? null : toldOf(place, wrong),
    restore: () => {
      holder[name] = text
    },
  }
}

function toldOf(place: Place, { code, params }: Wrong): NonNullable<Stopped['told']> {
  const names = namesOf(place)
  const field = names.length === 0 ? 'body' : names.join('.')
  return { names, error: { field, code, message: fieldErrorMessage(code, params), params } }
}

function namesOf(place: Place): string[] {
  const names: string[] = []
  for (let at: Place | null = place; at?.within; at = at.within) names.push(at.name)
  return names.reverse()
}
