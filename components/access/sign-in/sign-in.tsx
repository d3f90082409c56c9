'use client'

import { useState } from 'react'
import { SecondStepForm } from './second-step-form'
import { SignInForm } from './sign-in-form'

/** Signing in: the password, then a code where the person has a second factor, and then on to `page`. */
export function SignIn({ page }: { page: string }) {
  const [isHalfWay, setHalfWay] = useState(false)
  /** A new page rather than a new view: what was loaded for nobody is not for who is in now. */
  const enter = () => window.location.assign(page)
  return isHalfWay ? (
    <SecondStepForm onDone={enter} onAgain={() => setHalfWay(false)} />
  ) : (
    <SignInForm onStep={({ next }) => (next === 'done' ? enter() : setHalfWay(true))} />
  )
}
