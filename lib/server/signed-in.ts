import type { Identity } from '@/lib/auth/identity'
import { AppError } from '@/lib/errors'
import type { People } from '@/lib/people/manage-people'
import type { Services } from './services'

/** The people of this service. @throws {AppError} `not_found` in the open sandbox, where nobody signs in */
export function peopleOf({ people }: Pick<Services, 'people'>): People {
  if (!people) throw new AppError('not_found', 'Nobody signs in here: this is the open sandbox.')
  return people
}

/** The id of the person who asks. @throws {AppError} `forbidden` for others than people */
export function personIdOf(identity: Identity): string {
  if (identity.kind !== 'person') throw new AppError('forbidden', 'Only people have an account.')
  return identity.id
}
