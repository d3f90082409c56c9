'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { DangerQuestion } from '@/components/ui/danger-question'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { showToast } from '@/components/ui/toast'
import { doneSchema } from '@/lib/people/person-view'
import { madeWebhookSchema, sentEventSchema, type Webhook, webhookSchema } from '@/lib/webhooks/webhook'
import { useWebhookCall } from './use-webhook'

type WebhookActionsProps = { senderId: string; webhook: Webhook; onSecret: (secret: string) => void }

/** What can be done with a webhook. */
export function WebhookActions({ senderId, webhook, onSecret }: WebhookActionsProps) {
  const t = useTranslations('webhooks')
  const refusalWords = useChangeRefusalWords()
  const failed = (error: unknown) => showToast({ tone: 'danger', title: refusalWords(error, t('failed')) })
  const test = useWebhookCall(senderId, sentEventSchema)
  const switchOff = useWebhookCall(senderId, webhookSchema)
  const isOn = webhook.state === 'on'
  return (
    <>
      {isOn && (
        <Button
          size="sm"
          isPending={test.isPending}
          onPress={() =>
            test.mutate(
              { method: 'POST', path: '/test' },
              { onError: failed, onSuccess: () => showToast({ tone: 'success', title: t('testSent') }) },
            )
          }
        >
          {t('test')}
        </Button>
      )}
      <RotateSecret senderId={senderId} onSecret={onSecret} />
      {isOn && (
        <Button
          variant="quiet"
          size="sm"
          isPending={switchOff.isPending}
          onPress={() => switchOff.mutate({ method: 'POST', path: '/switch-off' }, { onError: failed })}
        >
          {t('switchOff')}
        </Button>
      )}
      <RemoveWebhook senderId={senderId} />
    </>
  )
}

/** In hours: for how long the old secret signs too. */
const overlap = 24

function RotateSecret({ senderId, onSecret }: Omit<WebhookActionsProps, 'webhook'>) {
  const t = useTranslations('webhooks')
  const refusalWords = useChangeRefusalWords()
  const { mutate, isPending, error } = useWebhookCall(senderId, madeWebhookSchema)
  return (
    <DangerQuestion
      variant="secondary"
      action={t('rotate')}
      title={t('rotateTitle')}
      meaning={t('rotateMeaning', { hours: overlap })}
      cancel={t('cancel')}
      error={error ? refusalWords(error, t('failed')) : undefined}
      isPending={isPending}
      onConfirm={(close) =>
        mutate(
          { method: 'POST', path: '/rotate', body: { overlap_hours: overlap } },
          {
            onSuccess: ({ secret }) => {
              close()
              onSecret(secret)
            },
          },
        )
      }
    />
  )
}

function RemoveWebhook({ senderId }: { senderId: string }) {
  const t = useTranslations('webhooks')
  const refusalWords = useChangeRefusalWords()
  const { mutate, isPending, error } = useWebhookCall(senderId, doneSchema)
  return (
    <DangerQuestion
      action={t('remove')}
      title={t('removeTitle')}
      meaning={t('removeMeaning')}
      cancel={t('cancel')}
      error={error ? refusalWords(error, t('failed')) : undefined}
      isPending={isPending}
      onConfirm={(close) => mutate({ method: 'DELETE' }, { onSuccess: close })}
    />
  )
}

/** A new secret, this once. */
export function ToldWebhookSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('webhooks.secret')
  return (
    <div className="grid gap-3 text-sm">
      <Notice tone="warning" icon="alert" title={t('once')}>
        {t('use')}
      </Notice>
      <CodeBlock label={t('label')} copyLabel={t('copy')} text={secret} />
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          {t('done')}
        </Button>
      </DialogActions>
    </div>
  )
}
