import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

/** What the log can be narrowed to by name: customers, their lead sources, who hands leads in. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'read' }, () =>
  server().leads.filterChoices(),
)
