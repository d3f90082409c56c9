import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { openapiDocument } from '@/lib/openapi/openapi-document'

export const dynamic = 'force-dynamic'

/** Made once: only the address of the service is not known when it is built. */
let text: string | undefined

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'public' }, () => {
  text ??= JSON.stringify(openapiDocument(server().publicUrl ?? undefined))
  return new Response(text, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' },
  })
})
