import { withoutDirection } from '@/lib/validation/plain-text'
import { type Label, labelOf, splitAtLabels, splitLabel } from './labels'
import { isFirstName, readName } from './person-name'

/** A piece of a block: what stands in a line, or in a part of one, and what its label calls it. */
export type Piece = { label: Label | 'unknown' | null; text: string }

/** The pieces of a block in their order; `null` where it is a table of several people. */
export function piecesOf(block: string): Piece[] | null {
  const lines = block.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const rows = lines.map((line) => line.split('\t').map(tidy))
  const [head, row] = rows
  const isHeaded =
    head !== undefined && head.length > 1 && head.filter((cell) => labelOf(cell)).length > head.length / 2
  if (isHeaded && row && head.length >= 3) {
    if (rows.length > 2) return null
    return head.flatMap((cell, index) => labelled(labelOf(cell) ?? 'other', row[index] ?? ''))
  }
  if (rows.filter((cells) => cells.length > 2 && cells.some((cell) => cell.includes('@'))).length > 1)
    return null
  return withValues(rows.flatMap(piecesOfRow))
}

const labelled = (label: Label, text: string): Piece[] => (text === '' ? [] : [{ label, text }])

function piecesOfRow(cells: string[]): Piece[] {
  const [first = '', second, ...more] = cells
  const label = second !== undefined && more.length === 0 ? labelOf(first) : null
  if (label && second) return [{ label, text: second }]
  return withWholeNames(cells).flatMap((cell) =>
    cell
      .split(/ ?[|•·;] ?/)
      .flatMap(splitAtLabels)
      .flatMap((part) => part.split(/ [-–—] (?=\p{L})/u))
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(splitLabel)
      .flatMap(nameFirst),
  )
}

/** A row with the first and the last name in cells of their own has them in one. */
function withWholeNames(cells: string[]): string[] {
  const index = cells.findIndex((cell) => isFirstName(cell))
  const [first, last] = cells.slice(index, index + 2)
  if (index < 0 || cells.length < 3 || !first || !last || !/^\p{Lu}[\p{L}'’-]+$/u.test(last)) return cells
  return cells.toSpliced(index, 2, `${first} ${last}`)
}

/** Parts `Erik Andersson, Storgatan 12, …` behind the name. */
function nameFirst(piece: Piece): Piece[] {
  const comma = piece.label === null ? piece.text.indexOf(', ') : -1
  const name = piece.text.slice(0, Math.max(0, comma))
  if (!name.includes(' ') || readName(name) === null) return [piece]
  return [
    { label: null, text: name },
    { label: null, text: piece.text.slice(comma + 2) },
  ]
}

/** A label alone belongs to what the next line says. */
function withValues(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.label && last.text === '' && piece.label === null) last.text = piece.text
    else whole.push({ ...piece })
  }
  return whole.filter(({ text }) => text !== '')
}

/** A cell without what marks a list or a quotation, and with single blanks. */
function tidy(cell: string): string {
  const text = withoutDirection(cell)
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()
  return text.replace(/^(?:[>*•·–—-]+ ?|\d{1,2}[.)] )/u, '').replace(/^\[(.*)\]$/, '$1')
}
