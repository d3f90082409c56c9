import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route<{ invitationId: string }>('administer', async (_request, { params }) => {
  await peopleOf(server()).withdraw(rowId(params.invitationId))
  return Response.json({ done: true })
})
