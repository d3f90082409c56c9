/** Made for each request, as our pages are. */
export const dynamic = 'force-dynamic'

export default function EmptyPage() {
  return (
    <main>
      <h1>Lead API</h1>
    </main>
  )
}
