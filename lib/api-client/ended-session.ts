/** How it ended that somebody was asked to sign in again: the same person is in, another one, or nobody. */
export type SignedInAgain = 'same' | 'other' | 'nobody'
type Ask = () => Promise<SignedInAgain>

let asker: Ask | null = null
let asking: Promise<SignedInAgain> | null = null

/** Names what asks somebody to sign in again over the page that is open; gives back what takes that back. */
export function askBy(ask: Ask): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = null
  }
}

/** Has somebody sign in again, once however many calls need it; `nobody` where there is no page to ask on. */
export function signInAgain(): Promise<SignedInAgain> {
  asking ??= (asker?.() ?? Promise.resolve('nobody' as const)).finally(() => {
    asking = null
  })
  return asking
}
