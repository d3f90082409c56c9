'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { partOnUse } from '@/components/ui/part-on-use'
import { type SignedInAgain, setSignInPrompt } from '@/lib/api-client/ended-session'

const SignInSteps = partOnUse(() => import('./sign-in-panel').then((panel) => panel.SignInSteps))

type SignInAgainProps = {
  /** Who the page was made for; `null` where that is no person in particular. */
  personId: string | null
}

/**
 * Asks over the page, once the session has ended, who is there: what was typed stays, and what was being sent goes on.
 * What the page shows is read anew: to another person it may show something else.
 */
export function SignInAgain({ personId }: SignInAgainProps) {
  const t = useTranslations('signIn')
  const router = useRouter()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const answer = useRef<((ended: SignedInAgain) => void) | null>(null)
  useEffect(
    () =>
      setSignInPrompt(() => {
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [],
  )
  const end = (ended: SignedInAgain) => {
    setOpen(false)
    answer.current?.(ended)
    if (ended === 'none') return
    void queryClient.invalidateQueries()
    router.refresh()
  }
  return (
    <Dialog title={t('againTitle')} isOpen={isOpen} onOpenChange={(stays) => stays || end('none')}>
      <p className="mb-4 text-sm text-soft">{t('againDetail')}</p>
      <SignInSteps onIn={(signedIn) => end(signedIn === personId ? 'same' : 'other')} />
    </Dialog>
  )
}
