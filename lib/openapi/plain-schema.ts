import type { ZodOpenApiOverride, ZodOpenApiOverrideContext } from 'zod-openapi'

type JsonSchema = ZodOpenApiOverrideContext['jsonSchema']

/** Writes schemas as people would: zod is right, but says more than a reader needs, or less clearly. */
export const plainSchema: ZodOpenApiOverride = ({ jsonSchema, zodSchema, io }) => {
  if (zodSchema._zod.def.type === 'nullable') flattenNull(jsonSchema)
  // The format says it already.
  if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
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
