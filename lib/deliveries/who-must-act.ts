import { testing } from '@/lib/environments/environment'
import type { LeadStatus, Obstacle, Responsible } from '@/lib/leads/lead'
import { type ErrorKind, errorKinds } from './attempt-result'
import { explainWord } from './own-word'

/** Who has to mend what an attempt met, where nothing goes on by itself: it gave up, or its customer is paused. */
const whoMends: Record<ErrorKind, Exclude<Responsible, 'nobody' | 'sender'>> = {
  // Between this machine and Vitec: our name server, our way out, our clock.
  dns: 'us',
  lease: 'us',
  interrupted: 'us',
  other: 'us',
  // Vitec, or what stands in front of it.
  refused: 'vitec',
  connect_timeout: 'vitec',
  tls: 'vitec',
  timeout: 'vitec',
  reset: 'vitec',
  unreadable_answer: 'vitec',
  gateway: 'vitec',
  server_error: 'vitec',
  limited: 'vitec',
  unavailable: 'vitec',
  // Settings of ours.
  credentials: 'us',
  path: 'us',
  redirect: 'us',
  unreadable_account: 'us',
  // Only the office can let us in to its own customer.
  rights: 'customer',
}

/** How a lead stands, as far as it matters to who must act. */
export type Unsettled = {
  status: LeadStatus
  obstacle: Obstacle | null
  /** Where it was born. */
  environment: string | null
  customerPaused: boolean
  /** What its last attempt met, or what its customer is paused for. */
  errorKind: string | null
  /** The last word on it. */
  word: string | null
}

/** Who must do something for a lead to come further. Pure. */
export function whoMustAct(lead: Unsettled): Responsible {
  const who = whoActsOnReal(lead)
  // What a test meets, its sender has asked for; that sending is held, we have.
  const isHeld = lead.status === 'pending' && lead.obstacle !== null
  return lead.environment === testing && who !== 'nobody' && !isHeld ? 'sender' : who
}

function whoActsOnReal({ status, obstacle, customerPaused, errorKind, word }: Unsettled): Responsible {
  switch (status) {
    case 'delivered':
    case 'cancelled':
      return 'nobody'
    case 'pending':
      if (obstacle !== null) return 'us'
      return customerPaused ? mends(errorKind) : 'nobody'
    case 'rejected':
      // A refusal without a reason is only Vitec's to explain; every other is of the data, which we mend.
      return word !== null && explainWord(word) === 'noReason' ? 'vitec' : 'us'
    case 'unknown':
      // Whoever failed: whether it is there is for us to find out.
      return 'us'
    case 'failed':
      return mends(errorKind)
  }
}

/** A kind that a newer version has written is ours until somebody knows better. */
function mends(errorKind: string | null): Responsible {
  const known = errorKinds.find((kind) => kind === errorKind)
  return known ? whoMends[known] : 'us'
}
