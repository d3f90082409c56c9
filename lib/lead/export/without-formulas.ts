/** Where a cell begins, also for a spreadsheet that splits at another separator than ours, and what makes it a formula. */
const formula = /(^|[;,\t\r\n])(["\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** A text of which no spreadsheet makes a formula: an apostrophe stands before whatever would begin one. */
export function withoutFormulas(text: string): string {
  return text.replace(formula, "$1$2'")
}
