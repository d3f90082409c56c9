import { z } from 'zod'

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  description: z.string().optional(),
  deprecated: z.boolean().default(false),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), schemaSchema).optional()
  },
  get items() {
    return schemaSchema.optional()
  },
  get anyOf() {
    return z.array(schemaSchema).optional()
  },
})
export type Schema = z.infer<typeof schemaSchema>

const contentSchema = z
  .object({
    'application/json': z.object({
      schema: schemaSchema.optional(),
      example: z.unknown().optional(),
      examples: z
        .record(z.string(), z.object({ summary: z.string().optional(), value: z.unknown() }))
        .optional(),
    }),
  })
  .partial()

const answerSchema = z.object({
  $ref: z.string().optional(),
  description: z.string().default(''),
  content: contentSchema.optional(),
})

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().default(''),
  deprecated: z.boolean().default(false),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: schemaSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ description: z.string().default(''), content: contentSchema }).optional(),
  responses: z.record(z.string(), answerSchema),
})

export const documentSchema = z.object({
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  webhooks: z.record(z.string(), z.object({ post: operationSchema })),
  components: z.object({
    schemas: z.record(z.string(), schemaSchema),
    responses: z.record(z.string(), answerSchema).default({}),
  }),
})
export type Document = z.infer<typeof documentSchema>

export type DocumentResponse = z.infer<typeof answerSchema>
export type DocumentOperation = z.infer<typeof operationSchema>

/** An example that refuses. */
export const refusalSchema = z.object({ status: z.literal('ERROR'), code: z.string() })
