/** Who signed in when asked to again: the same person, another one, or none. */
export type SignedInAgain = 'same' | 'other' | 'none'
type Ask = () => Promise<SignedInAgain>

let asker: Ask | null = null
let asking: Promise<SignedInAgain> | null = null

/** Names what asks the person to sign in again over the page that is open; gives back what takes that back. */
export function setSignInPrompt(ask: Ask): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = null
  }
}

/** Has the person sign in again, once however many calls need it; `none` where there is no page to ask on. */
export function signInAgain(): Promise<SignedInAgain> {
  asking ??= (asker?.() ?? Promise.resolve('none' as const)).finally(() => {
    asking = null
  })
  return asking
}
