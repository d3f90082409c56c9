import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

/** A link for somebody who cannot sign in any more. */
export const POST = route<{ personId: string }>('administer', async (_request, { params }) =>
  Response.json(await peopleOf(server()).offerReset(rowId(params.personId)), { status: 201 }),
)
