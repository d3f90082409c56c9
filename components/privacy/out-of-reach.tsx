'use client'

import { useTranslations } from 'use-intl'
import { outOfReach } from '@/lib/privacy/person-search'

/** Where more may be of a person that we do not reach: somebody has to go there. */
export function OutOfReach() {
  const words = useTranslations('privacy.outOfReach')
  return (
    <div>
      <p className="font-medium text-ink">{words('title')}</p>
      <ul className="mt-1 list-disc pl-4">
        {outOfReach.map((place) => (
          <li key={place}>{words(place)}</li>
        ))}
      </ul>
    </div>
  )
}
