import fc from 'fast-check'
import { anyJson, nearly, type Schema } from './any-value'
import type { Operation } from './operations'

export type HostileRequest = {
  operation: Operation
  caller: string
  url: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
}

/** Of `operations`, asked for by one of `callers`; `ids` are of things that are there. */
export function anyRequest(
  operations: Operation[],
  callers: string[],
  ids: string[],
): fc.Arbitrary<HostileRequest> {
  return fc.tuple(fc.constantFrom(...operations), fc.constantFrom(...callers)).chain(([operation, caller]) =>
    fc.record({
      operation: fc.constant(operation),
      caller: fc.constant(caller),
      url: url(operation, ids),
      headers: headers(operation),
      body: operation.body ? body(operation.body) : fc.constant(null),
    }),
  )
}

const anyText = anyJson.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')))
/** What HTTP lets a header say. */
const headerText = anyText.map((text) => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').trim())
/** Half a surrogate pair cannot be written in an address. */
const urlText = anyText.map((text) => encodeURIComponent(text.slice(0, 2_000).replace(/\p{Cs}/gu, '')))

function url({ path, parameters }: Operation, ids: string[]): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const id = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: urlText })
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const search = fc.oneof(
    fc.constant(''),
    fc
      .tuple(fc.constantFrom('x', ...query), fc.oneof(fc.constant('ABC123'), urlText))
      .map(([name, value]) => `?${name}=${value}`),
  )
  return fc.tuple(fc.tuple(...inPath.map(() => id)), search).map(([values, end]) => {
    const filled = inPath.reduce((made, { name }, at) => made.replace(`{${name}}`, values[at] || 'x'), path)
    return filled + end
  })
}

function headers({ parameters, body }: Operation): fc.Arbitrary<Record<string, string>> {
  const known = parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: headerText.map((text) => ({ [name]: text })) },
      ),
    )
  const type = fc.oneof(
    { weight: 20, arbitrary: fc.constant('application/json') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'multipart/form-data'),
    },
  )
  return fc
    .tuple(type, ...known)
    .map(([contentType, ...more]) => Object.assign({}, body && { 'Content-Type': contentType }, ...more))
}

function body(schema: Schema): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const json = nearly(schema).map((value) => new TextEncoder().encode(JSON.stringify(value) ?? ''))
  return fc.oneof(
    { weight: 20, arbitrary: json },
    { weight: 1, arbitrary: json.map((bytes) => bytes.slice(0, bytes.length / 2)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)) },
  )
}
