'use client'

import { useState } from 'react'
import { SecondStepForm, SignInForm } from './sign-in-form'

/** Signing in, and then on to `page`. */
export function SignInPanel({ page }: { page: string }) {
  /** A new page rather than a new view: what was loaded before is not for the person who is in now. */
  return <SignInSteps onIn={() => window.location.assign(page)} />
}

/** Signing in: the password, then a code where the person has a second factor. Tells who is in then. */
export function SignInSteps({ onIn }: { onIn: (personId: string | null) => void }) {
  const [isHalfWay, setHalfWay] = useState(false)
  return isHalfWay ? (
    <SecondStepForm onDone={({ personId }) => onIn(personId ?? null)} onAgain={() => setHalfWay(false)} />
  ) : (
    <SignInForm
      onStep={({ next, personId }) => (next === 'done' ? onIn(personId ?? null) : setHalfWay(true))}
    />
  )
}
