import { createDocument } from 'zod-openapi'
import { securitySchemes } from './key-security'
import { leadPaths } from './lead-paths'
import { plainSchema } from './plain-schema'
import { servicePaths } from './service-paths'

const description =
  'Takes in valuation leads, brings each to the right estate agent in Vitec, and says what became of it.'

/** The OpenAPI 3.1 document of the public API, made from the schemas that check its requests. */
export function openapiDocument(): object {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Lead API',
        version: '1',
        description,
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: '/' }],
      // Health and this document are for everybody; what is not says so itself.
      security: [],
      components: { securitySchemes },
      tags: [
        { name: 'Leads', description: 'Create leads and follow them.' },
        { name: 'Lead sources', description: 'What a lead can come from.' },
        { name: 'Service', description: 'Health, and this document.' },
      ],
      paths: { ...leadPaths, ...servicePaths },
    },
    { override: plainSchema },
  )
}
