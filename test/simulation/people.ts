import type { PlainAction } from '@/lib/deliveries/transitions'
import { someone } from '@/test/support/audit/someone'
import type { Course } from './sending'

/** What people do in a history. `wake`: the instance they did it at is told. */
export function peopleOf({ agenda, plan, draws, database, watch }: Course, wake: () => void) {
  async function resume(customer: string): Promise<void> {
    await database.write(null, ({ store }) => store.resume(customer, someone))
    wake()
  }

  /** They think before they press, and what they saw may be over then. */
  function press(leadId: string, seen: number, action: PlainAction): void {
    agenda.add(agenda.now + draws.between(1, 2_000), async () => {
      const isDone = await database.write(null, ({ store }) => store.act(leadId, action, someone, seen))
      if (isDone && action === 'send_again') watch.sentAgain(leadId)
      wake()
    })
  }

  return {
    /** A person looks at a lead; where it is in doubt they look it up in Vitec, or send it again without. */
    async visit(leadId: string): Promise<void> {
      const { chance, pick } = draws
      const { leads } = await database.read((at) => at.state())
      const lead = leads.find(({ id }) => id === leadId)
      if (!lead) return
      const does = (action: PlainAction) => press(leadId, lead.attempts, action)
      if (lead.status === 'unknown') does(watch.isAtVitec(leadId) && chance(0.5) ? 'settle' : 'send_again')
      else if (lead.status === 'pending' && chance(0.3)) does(pick(['send_again', 'cancel']))
      else if (lead.status !== 'pending' && lead.status !== 'delivered' && chance(0.6)) does('send_again')
      if (chance(0.3)) await resume(lead.customer)
    },
    /** A person resumes whatever is paused. */
    async resumeAll(): Promise<void> {
      if (!plan.resumes) return
      const { pauses } = await database.read((at) => at.state())
      for (const { customer } of pauses) await resume(customer)
    },
  }
}
