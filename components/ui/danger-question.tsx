'use client'

import { useState } from 'react'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'

type DangerQuestionProps = {
  /** What the button does, in a word. */
  action: string
  /** The same, with what it is done to. */
  title: string
  /** What that means. */
  meaning: string
  cancel: string
  /** Why it could not be done. */
  error: string | undefined
  isPending: boolean
  /** `secondary` where nothing else about it looks like a button. */
  variant?: 'quiet' | 'secondary'
  /** `close`: to be called where the question stays in sight after what it was about was done. */
  onConfirm: (close: () => void) => void
}

/** A button for what cannot be undone. Asks first. */
export function DangerQuestion(props: DangerQuestionProps) {
  const { action, title, meaning, cancel, error, isPending, variant = 'quiet', onConfirm } = props
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button variant={variant} size="sm" aria-label={title} onPress={() => setOpen(true)}>
        {action}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <div className="grid gap-3">
          <p className="text-sm text-soft">{meaning}</p>
          {error && (
            <p role="alert" className="text-sm text-danger">
              {error}
            </p>
          )}
        </div>
        <DialogActions>
          <Button autoFocus onPress={close}>
            {cancel}
          </Button>
          <Button variant="danger" isPending={isPending} onPress={() => onConfirm(close)}>
            {action}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
