import { withOwnBrowser } from '../e2e/own-browser.mjs'
import { correctRefusedLead } from './correct-refused-lead.mjs'
import { countPresses } from './count-presses.mjs'
import { enterTenLeads } from './enter-ten-leads.mjs'
import { lastMonthToExcel } from './last-month-to-excel.mjs'
import { settleTenDoubts } from './settle-ten-doubts.mjs'
import { tellCaller } from './tell-a-caller.mjs'

const tasks = [enterTenLeads, correctRefusedLead, settleTenDoubts, lastMonthToExcel, tellCaller]

/**
 * Performs each task in the product, and prints what it took as a table of docs/screens.md.
 * @param {string[]} names parts of the names of those that are asked for; all without
 * @returns {Promise<boolean>} whether every one could be done
 */
export async function runTasks(names) {
  const chosen = tasks.filter(
    ({ name }) => names.length === 0 || names.some((part) => name.toLowerCase().includes(part.toLowerCase())),
  )
  const rows = [['task', 'keys', 'clicks', 'characters typed']]
  let isDone = chosen.length > 0
  for (const task of chosen) {
    try {
      const { keys, clicks, characters } = await perform(task)
      rows.push([task.name, `${keys}`, `${clicks}`, `${characters}`])
    } catch (error) {
      isDone = false
      rows.push([task.name, 'could not be done', '', ''])
      console.error(`${task.name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const [head = [], ...body] = rows
  for (const cells of [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...body])
    console.log(`| ${cells.join(' | ')} |`)
  return isDone
}

/**
 * With a service of its own, so that nothing is in the way that another task left.
 * @param {import('./task.mjs').Task} task
 */
const perform = (task) =>
  withOwnBrowser({}, async (service) => {
    await task.prepare(service)
    const page = await service.newPage()
    const presses = await countPresses(page)
    await task.perform(page, presses)
    // What was pressed last is told before this is answered.
    await page.evaluate(() => true)
    return presses
  })
