import { type Account, type CredentialForm, formsOf, type Unescaped, unescaped } from './credential-forms'

/** Escapes within escapes are undone as often. */
const levels = 3

type Clean = (bytes: Uint8Array) => Buffer

/** How an account is written is worked out once: the common one is used for call after call. */
const cleaners = new WeakMap<Account, Clean>()

type Range = [start: number, end: number]

/**
 * Takes an account's credentials out of what Vitec answered with it, however they are written there: as text, in base64
 * (also within a longer text of it), in hexadecimal, in UTF-16, escaped for an address, JSON or HTML. A password of digits
 * alone is taken for itself only where no other digit touches it, and becomes a 0, so that JSON stays JSON.
 *
 * The work is linear in the length of the text: some 50 plain searches on each of at most four levels of escaping. What
 * was cut short on its way is not recognised by its half.
 */
export function withoutCredentials(account: Account): Clean {
  const known = cleaners.get(account) ?? cleanerOf(account)
  cleaners.set(account, known)
  return known
}

function cleanerOf(account: Account): Clean {
  const forms = formsOf(account)
  const isNumber = /^[0-9]+$/.test(account.password)
  return (bytes) => {
    const text = Buffer.from(bytes).toString('latin1')
    const found = ranges(text, forms, isNumber)
    if (found.length === 0) return Buffer.from(bytes)
    return Buffer.from(replaced(text, found, isNumber ? account.password : null), 'latin1')
  }
}

/** Where the credentials stand, on whatever level of escaping; in order, and none within another. */
function ranges(text: string, forms: CredentialForm[], isNumber: boolean): Range[] {
  const found: Range[] = []
  const way: Unescaped['origin'][] = []
  let level: string | null = text
  for (let depth = 0; level !== null && depth <= levels; depth++) {
    for (const range of rangesOn(level, forms, isNumber))
      found.push(way.reduceRight<Range>(([start, end], origin) => origin(start, end), range))
    const next = unescaped(level)
    if (next) way.push(next.origin)
    level = next?.text ?? null
  }
  return merged(found)
}

function rangesOn(text: string, forms: CredentialForm[], isNumber: boolean): Range[] {
  const texts = {
    plain: text,
    base64: text.replaceAll('-', '+').replaceAll('_', '/'),
    hex: text.toLowerCase(),
  }
  return forms.flatMap((form) => {
    const sought = texts[form.in]
    const found: Range[] = []
    let at = sought.indexOf(form.text)
    while (at !== -1) {
      const end = at + form.text.length
      if (!(isNumber && form.in === 'plain' && touchesDigit(text, at, end)))
        found.push(widened(sought, form, at))
      at = sought.indexOf(form.text, end)
    }
    return found
  })
}

const touchesDigit = (text: string, start: number, end: number) =>
  /[0-9]/.test(text.charAt(start - 1) + text.charAt(end))

function widened(text: string, { text: { length }, before, after }: CredentialForm, at: number): Range {
  const isBase64 = (index: number) => /[A-Za-z0-9+/=]/.test(text.charAt(index))
  let [start, end] = [at, at + length]
  for (let left = before; left > 0 && isBase64(start - 1); left--) start--
  for (let right = after; right > 0 && isBase64(end); right--) end++
  return [start, end]
}

function merged(found: Range[]): Range[] {
  const result: Range[] = []
  for (const [start, end] of found.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

function replaced(text: string, found: Range[], number: string | null): string {
  let [result, read] = ['', 0]
  for (const [start, end] of found) {
    result += text.slice(read, start) + (text.slice(start, end) === number ? '0' : '***')
    read = end
  }
  return result + text.slice(read)
}
