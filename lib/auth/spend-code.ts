import type { Database } from '@/lib/db/open-database'
import { codeOfStep, stepAt } from './code-of-step'

/** As better-auth verifies: an app's clock may be a step slow or fast. */
const leeway = [-1, 0, 1]

type Given = { personId: string; code: string; decrypt: (secret: string) => Promise<string> }

/**
 * Spends an app's code, with all before it; `false` where it is wrong, too old or spent. Of several at once, on
 * however many instances, one spends it: the condition stands in the update (RFC 6238, section 5.2).
 */
export async function spendCode(
  { secondFactor }: Pick<Database['prisma'], 'secondFactor'>,
  { personId, code, decrypt }: Given,
): Promise<boolean> {
  const factor = await secondFactor.findFirst({
    where: { userId: personId },
    select: { id: true, secret: true },
  })
  if (!factor) return false
  const secret = await decrypt(factor.secret)
  const now = stepAt(Date.now())
  const step = leeway.map((steps) => now + steps).find((each) => codeOfStep(secret, each) === code)
  if (step === undefined) return false
  const { count } = await secondFactor.updateMany({
    where: { ...factor, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return count === 1
}
