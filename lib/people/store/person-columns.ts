import type { Prisma } from '@/lib/db/generated/client'
import type { InvitationView, PersonView } from '../person-view'

export const personColumns = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  twoFactorEnabled: true,
  createdAt: true,
} satisfies Prisma.PersonSelect

export const invitationColumns = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
  mailedAt: true,
} satisfies Prisma.InvitationSelect

type PersonRow = Prisma.PersonGetPayload<{ select: typeof personColumns }>
type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationColumns }>

export function toPersonView({ disabledAt, twoFactorEnabled, createdAt, ...person }: PersonRow): PersonView {
  return {
    ...person,
    disabledAt: disabledAt?.toISOString() ?? null,
    hasSecondFactor: twoFactorEnabled === true,
    createdAt: createdAt.toISOString(),
  }
}

export function toInvitationView({ email, expiresAt, mailedAt, ...rest }: InvitationRow): InvitationView {
  return {
    ...rest,
    email: email ?? '',
    expiresAt: expiresAt.toISOString(),
    mailedAt: mailedAt?.toISOString() ?? null,
  }
}
