import type { Lead } from './lead'

/** A piece of the message: words, or a gap where a field that the message needs is still missing. */
export type MessagePart = { kind: 'text'; text: string } | { kind: 'gap'; field: keyof Lead }

type Names<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** The parts of a sentence: a template with each `{name}` replaced by its text or its own parts. */
export function fillTemplate<Template extends string>(
  template: Template,
  values: Record<Names<Template>, string | MessagePart[]>,
): MessagePart[] {
  const given = new Map(Object.entries<string | MessagePart[]>(values))
  return template.split(/\{(\w+)\}/).flatMap((piece, index) => {
    const value = index % 2 === 1 ? given.get(piece) : piece
    return Array.isArray(value) ? value : textPart(value ?? '')
  })
}

function textPart(text: string): MessagePart {
  return { kind: 'text', text }
}

/** Sentences joined by one space, neighbouring words in one part. */
export function joinSentences(sentences: MessagePart[][]): MessagePart[] {
  const joined: MessagePart[] = []
  const add = (part: MessagePart) => {
    const last = joined.at(-1)
    if (part.kind === 'gap') joined.push(part)
    else if (last?.kind === 'text') joined.splice(-1, 1, textPart(last.text + part.text))
    else if (part.text !== '') joined.push(part)
  }
  sentences.forEach((sentence, index) => {
    if (index > 0) add(textPart(' '))
    sentence.forEach(add)
  })
  return joined
}
