import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ErasureReceiptView } from '@/components/privacy/erasure-receipt-view'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('privacy.receipt.title') }
}

export default async function ErasurePage({ params }: PageProps<'/settings/privacy/[erasureId]'>) {
  await requirePage('administer')
  const receipt = await server().privacy.receipt((await params).erasureId)
  if (!receipt) notFound()
  return <ErasureReceiptView receipt={receipt} />
}
