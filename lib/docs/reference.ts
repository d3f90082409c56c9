/** One line of a table of fields: its dotted name, what it holds, and what is said of it. */
export type ApiField = {
  name: string
  kind: string
  isRequired: boolean
  isLeaving: boolean
  mayBeNull: boolean
  meaning: string
}

/** What an address answers with a status; examples are JSON as it is printed. `isCommon`: so do others, in the same words. */
export type ApiAnswer = {
  status: string
  isCommon: boolean
  meaning: string
  /** Of the refusals among the examples. */
  codes: string[]
  fields: ApiField[]
  examples: { name: string; text: string }[]
}

export type ApiOperation = {
  id: string
  method: string
  path: string
  summary: string
  meaning: string
  isLeaving: boolean
  /** Of the address and the headers. */
  parameters: ApiField[]
  body: { meaning: string; fields: ApiField[]; example: string | null } | null
  answers: ApiAnswer[]
}

export type ApiGroup = { name: string; meaning: string; operations: ApiOperation[] }

/** What a receiver is called with. `fields`, of the body, are those of the events of a lead. */
export type ApiEvents = {
  meaning: string
  headers: ApiField[]
  fields: ApiField[]
  answers: ApiAnswer[]
  types: { name: string; meaning: string; example: string }[]
}

/** Something on its way out; `since` and `until` are days. */
export type ApiLeaving = { what: string; since: string; until: string; instead: string; link: string }

/** What changed for who writes a client; `date`: `2026-11-28`, or `null` before there is a release. */
export type ApiChanges = { version: string; date: string | null; entries: string[] }

/** Programs that a client is begun with, as they are shown. */
export type Samples = Record<
  | 'sendWithCurl'
  | 'sendWithPython'
  | 'sendWithTypeScript'
  | 'sendGenerated'
  | 'reconcile'
  | 'verifyWithPython'
  | 'verifyWithTypeScript',
  string
>
