/** One line of a table of fields: its dotted name, what it holds, and what is said of it. */
export type ApiField = { name: string; kind: string; isRequired: boolean; meaning: string }

/** What an address answers with a status; examples are JSON as it is printed. */
export type ApiAnswer = { status: string; meaning: string; examples: { name: string; text: string }[] }

export type ApiOperation = {
  id: string
  method: string
  path: string
  summary: string
  meaning: string
  /** Of the address and the headers. */
  parameters: ApiField[]
  body: { meaning: string; fields: ApiField[]; example: string | null } | null
  answers: ApiAnswer[]
}

export type ApiGroup = { name: string; meaning: string; operations: ApiOperation[] }

/** Programs that a client is begun with, as they are shown. */
export type Samples = Record<
  | 'sendWithCurl'
  | 'sendWithPython'
  | 'sendWithTypeScript'
  | 'sendGenerated'
  | 'verifyWithPython'
  | 'verifyWithTypeScript',
  string
>
