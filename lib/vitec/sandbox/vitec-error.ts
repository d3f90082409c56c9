/**
 * An error as the stand-in answers it, in the older .NET shape: one sentence, and the words for each field.
 * Vitec does not document its own; this one is plausible.
 */
export function vitecError(
  status: number,
  message: string,
  { modelState, headers }: { modelState?: Record<string, string[]>; headers?: Record<string, string> } = {},
): Response {
  return Response.json(
    { message, ...(modelState && { modelState }) },
    { status, ...(headers && { headers }) },
  )
}

/** A 400 for fields that are wrong, by their names as Vitec would write them (`personLead.firstName`). */
export function invalidFields(modelState: Record<string, string[]>): Response {
  return vitecError(400, 'The request is invalid.', { modelState })
}
