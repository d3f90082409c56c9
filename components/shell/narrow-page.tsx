import { PageHeader } from '@/components/ui/page-header'

type NarrowPageProps = { title: string; detail?: string; children: React.ReactNode }

/** A page of one form, for a person who is not in yet. */
export function NarrowPage({ title, detail, children }: NarrowPageProps) {
  return (
    <div className="mx-auto mt-[8vh] w-full max-w-96">
      <PageHeader title={title} detail={detail} />
      {children}
    </div>
  )
}
