import { z } from 'zod'
import { openapiDocument } from '@/lib/openapi/openapi-document'
import { leadNames } from './judge-cases'
import type { PackField } from './posting-pack'

const valueSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).transform((types) => [types].flat()),
  format: z.string().optional(),
  enum: z.array(z.string().nullable()).optional(),
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  maxLength: z.number().nullable().default(null),
})
const partSchema = z.object({
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()),
})
const documentSchema = z.object({ components: z.object({ schemas: z.object({ LeadRequest: partSchema }) }) })

/** Every field of `POST /api/lead`, in the order of the OpenAPI document. */
export function packFields(): PackField[] {
  const request = documentSchema.parse(openapiDocument()).components.schemas.LeadRequest
  return Object.entries(request.properties).flatMap(([name, schema]) => {
    const part = partSchema.safeParse(schema)
    if (!part.success) return toField(name, schema, request.required.includes(name))
    const { required, properties } = part.data
    return Object.entries(properties).flatMap(([field, value]) =>
      toField(`${name}.${field}`, value, required.includes(field)),
    )
  })
}

function toField(path: string, schema: unknown, isRequired: boolean): PackField[] {
  const value = valueSchema.parse(schema)
  const name = leadNames.get(path)
  if (name === undefined) throw new Error(`no field of a lead is read from ${path}`)
  const choices = (value.enum ?? []).flatMap((choice) => choice ?? [])
  return [
    {
      ...{ path, name, isRequired, form: formOf(value, choices), least: value.minimum, choices },
      most: value.maxLength ?? (value.type.includes('string') ? null : value.maximum),
    },
  ]
}

function formOf({ type, format }: z.output<typeof valueSchema>, choices: string[]): PackField['form'] {
  if (choices.length > 0) return 'choice'
  if (format === 'date') return 'date'
  if (type.includes('string')) return 'text'
  return type.includes('integer') ? 'whole' : 'number'
}
