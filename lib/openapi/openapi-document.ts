import type { z } from 'zod'
import { createDocument, type ZodOpenApiOverride, type ZodOpenApiOverrideContext } from 'zod-openapi'
import { leaving, markLeaving } from '@/lib/api/leaving'
import { callerErrorCodes, fieldErrorCodesOfAnswers } from '@/lib/leads/lead-answer'
import { leadWarningCodeSchema } from '@/lib/leads/lead-warning'
import en from '@/messages/api-codes/en.json'
import sv from '@/messages/api-codes/sv.json'
import { withDoor } from './door-answers'
import { securitySchemes } from './key-security'
import { leadPaths } from './lead-paths'
import { servicePaths } from './service-paths'
import { webhookEvents } from './webhook-events'
import { webhookPaths } from './webhook-paths'

const description =
  'Takes in valuation leads, brings each to the right estate agent in Vitec, and says what became of it.'

/**
 * The OpenAPI 3.1 document of the public API, made from the schemas that check its requests.
 * @param publicUrl where the service is reached; `/`: where the document was read
 */
export function openapiDocument(publicUrl = '/', onItsWayOut = leaving): object {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Lead API',
        version: '1',
        description,
        contact: {
          name: 'Whoever gave you the key',
          ...(publicUrl !== '/' && { url: `${publicUrl}/docs` }),
        },
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: publicUrl }],
      components: { securitySchemes },
      tags: [
        { name: 'Leads', description: 'Create leads and follow them.' },
        { name: 'Lead sources', description: 'What a lead can come from.' },
        { name: 'Keys', description: 'How a key stands.' },
        { name: 'Webhooks', description: 'Be told what becomes of leads.' },
        { name: 'Service', description: 'Health, and this document.' },
      ],
      paths: withDoor({ ...leadPaths, ...webhookPaths, ...servicePaths }),
      webhooks: webhookEvents,
    },
    { override: plainSchema },
  )
  return markLeaving(document, onItsWayOut)
}

type JsonSchema = ZodOpenApiOverrideContext['jsonSchema']

/** Writes schemas as people would: zod is right, but says more than a reader needs, or less clearly. */
const plainSchema: ZodOpenApiOverride = (context) => {
  const { jsonSchema, zodSchema, io } = context
  explainCodes(context)
  if (zodSchema._zod.def.type === 'nullable') flattenNull(jsonSchema)
  // The format says it already.
  if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  // Answers may gain members; a client must not choke on one.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** "This or null" as one schema with two types, not as a choice of two schemas. */
function flattenNull(jsonSchema: JsonSchema): void {
  const inner = jsonSchema.anyOf?.[0]
  if (inner?.type === undefined) return
  delete jsonSchema.anyOf
  Object.assign(jsonSchema, inner, { type: [inner.type, 'null'].flat() })
  if (inner.enum) jsonSchema.enum = [...inner.enum, null]
  // Empty text is "not given", as null is.
  delete jsonSchema.minLength
}

/** What each closed list of codes says, in both languages. */
export const codeWords = {
  error: wordsOf(callerErrorCodes, en.error, sv.error),
  field: wordsOf(fieldErrorCodesOfAnswers, en.field, sv.field),
  warning: wordsOf(leadWarningCodeSchema, en.warning, sv.warning),
}

function wordsOf<Code extends string>(
  schema: z.ZodEnum<Record<Code, Code>>,
  english: Record<Code, string>,
  swedish: Record<Code, string>,
) {
  return { schema, words: schema.options.map((code) => ({ code, en: english[code], sv: swedish[code] })) }
}

/** Says beside a list of codes what each one means: for people in the description, for programs in `x-words`. */
function explainCodes({ jsonSchema, zodSchema }: ZodOpenApiOverrideContext): void {
  const known = Object.values(codeWords).find(({ schema }) => schema === zodSchema)
  if (!known) return
  jsonSchema.description = known.words
    .map(({ code, en: text, sv: text2 }) => `- \`${code}\`: ${text} / ${text2}`)
    .join('\n')
  Object.assign(jsonSchema, {
    'x-words': Object.fromEntries(known.words.map(({ code, ...words }) => [code, words])),
  })
}
