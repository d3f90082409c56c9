import type { ZodOpenApiOperationObject } from 'zod-openapi'

/** The two ways to send a key, and what metrics ask for. */
export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, `lead_live_…` or `lead_test_…`, that an administrator has made. In the open sandbox none is needed.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'The same key, for clients that cannot set `Authorization`.',
  },
  metricsToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token in the setting `METRICS_TOKEN`, for who watches over the service.',
  },
} as const

/** Either of them. */
export const keySecurity: NonNullable<ZodOpenApiOperationObject['security']> = [
  { bearer: [] },
  { apiKey: [] },
]
