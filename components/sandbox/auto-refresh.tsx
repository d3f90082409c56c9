'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const interval = 5_000

/** Makes the page anew every five seconds while it is in sight. */
export function AutoRefresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, interval)
    return () => clearInterval(timer)
  }, [router])
  return null
}
