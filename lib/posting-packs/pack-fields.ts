import { z } from 'zod'
import type { Lead } from '@/lib/leads/lead'
import { leadFromWire, wireLeadSchema } from '@/lib/leads/wire-lead'
import { openapiDocument } from '@/lib/openapi/openapi-document'

/**
 * A field of a request, as the document says it. `path`: dotted, as on the wire; `name`: what a lead calls it. `least` and
 * `most`: of a number, or of how many characters a text has; `null` where the document does not say.
 */
export type PackField = {
  path: string
  name: keyof Lead
  isRequired: boolean
  form: 'text' | 'whole' | 'number' | 'date' | 'choice'
  least: number | null
  most: number | null
  choices: string[]
}

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

/** What a lead calls each path of the wire, as what reads a lead from the wire says. */
const leadNames = namesByPath()

function namesByPath(): Map<string, keyof Lead> {
  const { reference: _, ...parts } = wireLeadSchema('2000-01-01').shape
  const paths = Object.entries(parts).map(([part, { shape }]) => [
    part,
    Object.fromEntries(Object.keys(shape).map((field) => [field, `${part}.${field}`])),
  ])
  // Each value is the path it stands at: what is read from it has them under the names of a lead.
  const wire = { reference: 'reference', ...Object.fromEntries(paths) } as Parameters<typeof leadFromWire>[0]
  const lead = leadFromWire(wire)
  // The lead's own fields: Object.keys forgets whose they are.
  return new Map((Object.keys(lead) as (keyof Lead)[]).map((name) => [String(lead[name]), name]))
}

/** How a field of a lead is called on the wire. */
export const wirePath = (name: keyof Lead): string =>
  [...leadNames].find(([, known]) => known === name)?.[0] ?? name
