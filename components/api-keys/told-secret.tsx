'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

/** A new secret, this once. */
export function ToldSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const words = useTranslations('apiKeys.told')
  return (
    <div className="grid gap-3 text-sm">
      <Notice tone="warning" icon="alert" title={words('once')}>
        {words('keep')}
      </Notice>
      <CodeBlock label={words('secret')} copyLabel={words('copy')} text={secret} />
      <p className="text-soft">{words('use')}</p>
      <CodeBlock
        label={words('header')}
        copyLabel={words('copyHeader')}
        text={`Authorization: Bearer ${secret}`}
      />
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {words('done')}
        </Button>
      </DialogActions>
    </div>
  )
}
