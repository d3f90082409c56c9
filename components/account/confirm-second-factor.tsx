'use client'

import { encode } from 'uqr'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { callApi } from '@/lib/api-client/call-api'
import { appCodeSchema } from '@/lib/people/person-input'
import { doneSchema, type NewSecondFactor } from '@/lib/people/person-view'

type ConfirmSecondFactorProps = { begun: NewSecondFactor; onDone: () => void }

/** The secret for the app, the backup codes, and the first code: only that one shows that the app has the secret. */
export function ConfirmSecondFactor({ begun, onDone }: ConfirmSecondFactorProps) {
  const t = useTranslations('account')
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: appCodeSchema,
    defaultValues: { code: '' },
    own: { wrong_code: { field: 'code', message: t('wrongCode') } },
  })
  const send = submit(
    (body) =>
      callApi('/api/staff/account/second-factor/confirm', { method: 'POST', body, answer: doneSchema }),
    onDone,
  )
  const secret = new URL(begun.uri).searchParams.get('secret') ?? ''
  return (
    <Form onSubmit={send} className="grid gap-5 text-sm">
      <section aria-label={t('scan')} className="grid gap-2">
        <p>{t('scan')}</p>
        <QrCode text={begun.uri} label={t('qrCode')} />
        <p className="text-soft">{t('typeSecret')}</p>
        <div className="flex items-center gap-2">
          <code className="break-all">{secret}</code>
          <CopyButton text={secret} label={t('copySecret')} />
        </div>
      </section>
      <section aria-label={t('backupCodes')} className="grid gap-2">
        <div className="flex items-center gap-2">
          <h3 className="font-medium">{t('backupCodes')}</h3>
          <CopyButton text={begun.backupCodes.join('\n')} label={t('copyBackupCodes')} />
        </div>
        <p className="text-soft">{t('backupCodesMeaning')}</p>
        <ul className="grid max-w-96 grid-cols-2 gap-1 font-mono">
          {begun.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </section>
      <FormTextField
        control={control}
        name="code"
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={t('confirmMeaning')}
        className="max-w-96"
      />
      <FormError message={rootError} />
      <Button type="submit" variant="primary" isPending={isSubmitting} className="justify-self-start">
        {t('confirm')}
      </Button>
    </Form>
  )
}

/** Squares of white around the code: readers need them. */
const border = 4

/** A text as a QR code, dark on white in every theme, because not every reader takes the reverse. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className="size-48 rounded-md">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
