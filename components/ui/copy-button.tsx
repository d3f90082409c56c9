'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { Icon } from './icon'

/** Copies a text; its name says what (`Copy the lead's id`). Says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('ui')
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])

  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        aria-label={label}
        onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <Icon name={isCopied ? 'check' : 'copy'} className={isCopied ? 'text-success' : ''} />
      </Button>
      <span role="status" className="sr-only">
        {isCopied && t('copied')}
      </span>
    </>
  )
}
