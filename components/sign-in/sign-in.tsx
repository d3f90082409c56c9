'use client'

import { SignInSteps } from './sign-in-steps'

/** Signing in, and then on to `page`. */
export function SignInPanel({ page }: { page: string }) {
  /** A new page rather than a new view: what was loaded for nobody is not for who is in now. */
  return <SignInSteps onIn={() => window.location.assign(page)} />
}
