import type { Metadata } from 'next'
import { Invitation } from '@/components/people/invitation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('setup.title') }
}

export default async function SetUpPage() {
  const words = await getWords()
  return (
    <NarrowPage title={words('setup.title')} detail={words('setup.detail')}>
      <Invitation />
    </NarrowPage>
  )
}
