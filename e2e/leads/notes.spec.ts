import { expect, test } from 'playwright/test'
import { receivedByVitec, sendLead } from '../actions/leads'

test('a note is written, seen in its place, taken back and restored, and Vitec never gets it', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await page.goto(`/leads/${lead.id}`)
  const timeline = page.getByRole('region', { name: 'Händelser' })
  const note = timeline.getByRole('listitem').filter({ hasText: 'Vill bli uppringd efter fem.' })
  await timeline.getByRole('textbox', { name: 'Ny anteckning' }).fill('Vill bli uppringd\nefter fem.')
  await timeline.getByRole('button', { name: 'Spara anteckning' }).click()
  await expect(note).toContainText('Anteckning · Öppen sandlåda')
  await expect(timeline.getByRole('textbox')).toHaveValue('')
  await expect(timeline.getByRole('listitem').first()).toContainText('efter fem')

  await note.getByRole('button', { name: 'Ta bort anteckningen' }).click()
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Ångra', exact: true }).click()
  await expect(note).toHaveCount(1)

  expect(JSON.stringify(await receivedByVitec(request, lead.lastName))).not.toContain('efter fem')
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill('uppringd')
  await expect(page.getByText('Inga träffar').first()).toBeVisible()
})
