import { expect, test } from 'playwright/test'
import { tabTo } from '../actions/press-keys'
import { receivedByVitec } from '../actions/sandbox-inbox'
import { sendLead } from '../actions/send-lead'

test('a lead is found, opened and sent again with the keyboard alone', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  const { keyboard } = page
  await page.goto('/leads')
  await tabTo(page, 'Sök leads')
  await keyboard.type(lead.lastName)
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  await tabTo(page, new RegExp(lead.lastName))
  await keyboard.press('Enter')
  await expect(page.getByText('Vitec avvisade leadet')).toBeVisible()
  await tabTo(page, 'Skicka igen')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Försök 2' })).toBeVisible()
})

test('a lead in doubt is settled with the keyboard alone', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  const { keyboard } = page
  await page.goto(`/leads/${lead.id}`)
  await tabTo(page, 'Det finns i Vitec')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Tillbaka' })).toBeFocused()
  await tabTo(page, 'Ja, det finns där')
  await keyboard.press('Enter')
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})
