/** A mail to write: its words by language, Swedish first. `link` stands below each language's lines. */
export type Mail = {
  subject: string
  parts: { lines: string[]; link: { text: string; href: string } | null }[]
}

/** A mail as it is sent: the same in plain text and in HTML, which loads nothing from elsewhere. */
export type WrittenMail = { subject: string; text: string; html: string }

/**
 * What became of a mail. `code`: the server's reply (`550`), or why there was none (`ETIMEDOUT`, `EAUTH`, `ETLS`): never its
 * words, which quote addresses.
 */
export type MailResult = { sent: true; code: string } | { sent: false; code: string }

/**
 * Hands a mail to the mail server, whatever happens within ten seconds: it does not throw. `id` is the message's own, the
 * same at each try, so that a server or a reader knows it again.
 */
export type SendMail = (to: string[], mail: WrittenMail, id: string) => Promise<MailResult>

/** Writes a mail out. What stands in it is text, whatever it is. */
export function writeMail({ subject, parts }: Mail): WrittenMail {
  const text = parts.map(({ lines, link }) => [...lines, ...(link ? [link.href] : [])].join('\n\n'))
  const html = parts.map(({ lines, link }) =>
    [
      ...lines.map((line) => `<p>${escaped(line).replaceAll('\n', '<br>')}</p>`),
      ...(link ? [`<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`] : []),
    ].join('\n'),
  )
  return {
    subject: oneLine(subject),
    text: `${text.join('\n\n--\n\n')}\n`,
    html: `<!doctype html>\n<html><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>\n<body>\n${html.join('\n<hr>\n')}\n</body></html>\n`,
  }
}

const controls = /[\p{Cc}\u2028\u2029]+/gu

/** A header ends where its line does, and what follows would be another. */
function oneLine(text: string): string {
  return text.replace(controls, ' ').trim()
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
/** What is tried again and again in vain for most of a day is given up. */
const waits = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour]
/** Up to so much of a wait is added or taken away, so that what failed together is not tried again together. */
const jitter = 0.2

/**
 * How long a message that people or their machines could not be told waits for its next try, in ms; `null` where it is
 * given up. `triesMade` is 1 or more; `random` gives 0 to 1.
 */
export function nextTryMs(triesMade: number, random: () => number): number | null {
  const wait = waits[triesMade - 1]
  return wait === undefined ? null : Math.round(wait * (1 + jitter * (2 * random() - 1)))
}
