'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { copyText } from './copy-text'
import { Icon } from './icon'
import { showToast } from './toast'

/** Copies a text; its name says what (`Copy the lead's id`). Says so for two seconds, or that it could not. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('ui')
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy() {
    const isDone = await copyText(text)
    setCopied(isDone)
    if (!isDone) showToast({ tone: 'danger', title: t('notCopied') })
  }

  return (
    <>
      <Button variant="quiet" size="icon" aria-label={label} onPress={() => void copy()}>
        <Icon name={isCopied ? 'check' : 'copy'} className={isCopied ? 'text-success' : ''} />
      </Button>
      <span role="status" className="sr-only">
        {isCopied && t('copied')}
      </span>
    </>
  )
}
