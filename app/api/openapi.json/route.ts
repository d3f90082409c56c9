import { withOthers } from '@/lib/api/route'
import { openapiDocument } from '@/lib/openapi/openapi-document'

export const dynamic = 'force-static'

export const GET = () =>
  Response.json(openapiDocument(), { headers: { 'Cache-Control': 'public, max-age=3600' } })

export const { POST, PUT, PATCH, DELETE, OPTIONS } = withOthers({ GET: async () => GET() })
