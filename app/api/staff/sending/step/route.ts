import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { waitingStepRequestSchema } from '@/lib/sending/waiting-lead'

const audit = [
  'sending.release',
  'sending.look-up',
  'sending.settle',
  'sending.cancel',
  'sending.move',
] as const

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: waitingStepRequestSchema, audit },
  ({ body, requester }) => server().sending.step(body, requester),
)
