'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EraseQuestion } from './erase-question'

/** The button that removes everything of a person from some leads, after a question. */
export function ErasePerson({ leadIds }: { leadIds: string[] }) {
  const words = useTranslations('privacy.erase')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" isDisabled={leadIds.length === 0} onPress={() => setOpen(true)}>
        {words('action')}
      </Button>
      <Dialog title={words('title', { count: leadIds.length })} isOpen={isOpen} onOpenChange={setOpen}>
        <EraseQuestion leadIds={leadIds} onBack={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
