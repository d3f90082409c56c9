/** Letters, digits and what ids and GUIDs are joined with; one digit at least, not a zero, so that `OK` is none. */
const sane = /^(?=.*[1-9])[A-Za-z0-9{][A-Za-z0-9_.:{}-]{0,99}$/

/** Whether a text may be the id of a lead in Vitec, whose form is not documented. */
export function isSaneId(text: string): boolean {
  return sane.test(text)
}
