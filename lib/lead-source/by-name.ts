import { swedishOrder } from '@/lib/i18n/language'

/** Things with a name, as Swedes sort them; those of one name by their id. */
export function byName<T extends { name: string; vitecId: string }>(things: readonly T[]): T[] {
  return things.toSorted(
    (one, other) => swedishOrder(one.name, other.name) || swedishOrder(one.vitecId, other.vitecId),
  )
}
