import { Data } from '@/components/ui/data'

type NameAndIdProps = {
  /** `null` for what is not in our lists; the id again for what has no name yet. */
  name: string | null
  /** The id in Vitec. */
  id: string
}

/** A customer or lead source: its name, and its id, fainter; the id alone where that is all we know. */
export function NameAndId({ name, id }: NameAndIdProps) {
  if (name === null || name === id) return <Data>{id}</Data>
  return (
    <Data>
      {name} <span className="text-xs text-faint">{id}</span>
    </Data>
  )
}
