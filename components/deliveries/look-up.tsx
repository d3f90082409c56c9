'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { LookUpFinding } from './look-up-finding'
import { useLookUp } from './use-look-up'

/**
 * The button that looks a lead up in Vitec, and what came of it where that left the lead in doubt. It sends nothing.
 * To be placed in a row that wraps, in a live region: what was found goes below the row.
 */
export function LookUp({ leadId }: { leadId: string }) {
  const words = useTranslations('delivery.lookUp')
  const { data, isPending, mutate } = useLookUp(leadId)
  return (
    <>
      <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
        {words('action')}
      </Button>
      {data && data.kind !== 'found' && !isPending && (
        <div className="order-last basis-full">
          <LookUpFinding finding={data} />
        </div>
      )}
    </>
  )
}
