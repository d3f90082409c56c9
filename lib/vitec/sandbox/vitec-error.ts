import type { z } from 'zod'

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

/** What is wrong with a lead, field by field, worded as .NET words it. */
export function modelState(error: z.ZodError): Record<string, string[]> {
  const state: Record<string, string[]> = {}
  for (const { field, word } of error.issues.flatMap(words)) state[field] = [...(state[field] ?? []), word]
  return state
}

function words(issue: z.core.$ZodIssue): { field: string; word: string }[] {
  const path = ['personLead', ...issue.path.map(String)]
  const field = path.join('.')
  const name = path.at(-1) ?? ''
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: `${field}.${key}`,
      word: `Could not find the member '${key}'.`,
    }))
  }
  if (issue.code === 'too_big') {
    return [{ field, word: `The field ${name} must be a string with a maximum length of ${issue.maximum}.` }]
  }
  if (issue.code === 'custom') return [{ field, word: issue.message }]
  if (issue.code === 'invalid_type' && issue.input !== undefined) {
    return [{ field, word: `The field ${name} must be of type ${issue.expected}.` }]
  }
  return [{ field, word: `The ${name} field is required.` }]
}
