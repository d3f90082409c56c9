'use client'

import { useState } from 'react'
import { useCan } from '@/components/auth/may-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EntryForm, type EntryFormProps } from './entry-form'

type EntryButtonProps = Omit<EntryFormProps, 'onClose'> & {
  /** The heading of what the button opens, and its name for screen readers: it may stand in every row. */
  title: string
  variant?: 'primary' | 'secondary' | 'quiet'
  children: React.ReactNode
}

/** A button that opens the form of a customer or lead source. */
export function EntryButton({ title, variant = 'quiet', children, ...form }: EntryButtonProps) {
  const mayChange = useCan('administer')
  const [isOpen, setOpen] = useState(false)
  if (!mayChange) return null
  return (
    <>
      <Button
        variant={variant}
        size={variant === 'primary' ? 'md' : 'sm'}
        aria-label={title}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <EntryForm {...form} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
