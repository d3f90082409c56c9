'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { callApi } from '@/lib/api-client/call-api'
import { sendingStateSchema } from '@/lib/sending/sending-hold'
import { sendingKey } from './use-sending'

type SwitchQuestionProps = { kind: 'hold' | 'lift'; body: object; meaning: string }

/** The button that holds all sending or lets it go on. Asks first, and has every view of leads read anew. */
export function SwitchQuestion({ kind, body, meaning }: SwitchQuestionProps) {
  const words = useTranslations('sending')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const switching = useMutation({
    mutationFn: () =>
      callApi(`/api/staff/sending/${kind}`, { method: 'POST', body, answer: sendingStateSchema }),
    async onSuccess(state) {
      setAsking(false)
      queryClient.setQueryData(sendingKey, state)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      <Button variant={kind === 'lift' ? 'primary' : 'secondary'} onPress={() => setAsking(true)}>
        {words(`${kind}.action`)}
      </Button>
      <Dialog title={words(`${kind}.title`)} isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-sm text-soft">{meaning}</p>
        {switching.error && (
          <p role="alert" className="mt-3 text-sm text-danger">
            {refusalWords(switching.error, words('notSwitched'))}
          </p>
        )}
        <DialogActions>
          <Button autoFocus onPress={() => setAsking(false)}>
            {words('back')}
          </Button>
          <Button variant="primary" isPending={switching.isPending} onPress={() => switching.mutate()}>
            {words(`${kind}.do`)}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
