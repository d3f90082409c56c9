import type { LeadState } from './delivery-store'
import { withinBudget } from './within-budget'

/**
 * Makes an attempt and answers how the lead stands when it has ended, or after `budgetMs`, whichever is first;
 * the attempt goes on either way. Whatever fails here, the lead is stored: then it counts as waiting.
 */
export async function attemptWithin(
  attempt: (leadId: string) => Promise<LeadState | null>,
  leadId: string,
  budgetMs: number,
): Promise<LeadState> {
  const waiting = {
    id: leadId,
    status: 'pending',
    word: null,
    vitecLeadId: null,
    nextAttemptAt: null,
  } as const
  const settled = await withinBudget(
    attempt(leadId).catch(() => null),
    budgetMs,
  )
  return settled ?? waiting
}
