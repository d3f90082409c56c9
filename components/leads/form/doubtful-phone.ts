import { personFields } from '@/lib/leads/wire-lead'

/** How long a field waits for the numbering plans, in ms; without them nothing is asked. */
const patience = 2_000

/** What the writer of a number confirms: the number as it will be sent; `null` where it is none. */
export function phoneToConfirm(typed: string): string | null {
  return personFields.phone.safeParse(typed).data ?? null
}

/** Whether a number could be dialled, but is in no numbering plan, and its writer has not said that it is right. */
export async function isDoubtfulPhone(typed: string, confirmed: string): Promise<boolean> {
  const phone = phoneToConfirm(typed)
  if (phone === null || phone === confirmed) return false
  return !(await Promise.race([isAssigned(phone), afterPatience()]))
}

/** The plans are half as large as everything else the form needs: they are loaded with the first number. */
async function isAssigned(phone: string): Promise<boolean> {
  try {
    return (await import('@/lib/validation/is-assigned-phone')).isAssignedPhone(phone)
  } catch {
    return true
  }
}

const afterPatience = () => new Promise<true>((resolve) => setTimeout(resolve, patience, true))
