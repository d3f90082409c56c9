/** Digits, not all of them zeros. */
const number = /^(?=.*[1-9])\d{1,40}$/
/** With hyphens or without, not all of it zeros. */
const guid = /^(?=.*[1-9a-f])\{?[0-9a-f]{8}(-?)([0-9a-f]{4}\1){3}[0-9a-f]{12}\}?$/i
/**
 * As Vitec's ids of other things are made: capitals, begun with `CM`, or with a serial number behind the letters. Codes
 * of errors have a word, or fewer digits: `ERROR_12`, `ORA-12154`, `AADSTS700016`.
 */
const code = /^(?!.*(?:ERR|FAIL|FEL|EXC))(?=.*[1-9])(?:CM|(?=(?:\D*\d){8})[A-Z])[A-Z0-9_.:-]{0,98}$/

/** Whether a text may be the id of a lead in Vitec, whose form is not documented. */
export function isSaneId(text: string): boolean {
  return number.test(text) || guid.test(text) || code.test(text)
}
