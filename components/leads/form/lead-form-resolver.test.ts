import { expect, it } from 'vitest'
import { leadFormResolver } from './lead-form-resolver'
import { emptyLeadForm } from './lead-form-values'

const resolve = leadFormResolver('2026-03-01', ({ code }) => code)

it.each(['qualification', 'custom_field'])(
  'refuses a personal number in %s before it leaves the browser, as the API does after',
  async (field) => {
    const check = async (text: string) => {
      const values = { ...emptyLeadForm, person: { ...emptyLeadForm.person, [field]: text } }
      const { errors } = await resolve(values, undefined, { fields: {}, shouldUseNativeValidation: false })
      return errors.person
    }
    expect(await check('Ring 19811218-9876')).toMatchObject({ [field]: { type: 'personal_number' } })
    expect(await check('Ring 070-123 45 67')).not.toHaveProperty(field)
  },
)

it('asks once about a number that no plan has, and sends it when its writer says that it is right', async () => {
  const check = async (phone: string, confirmed = '') => {
    const values = {
      ...emptyLeadForm,
      person: { ...emptyLeadForm.person, phone },
      confirmed: { phone: confirmed },
    }
    const { errors } = await resolve(values, undefined, { fields: {}, shouldUseNativeValidation: false })
    return errors.person?.phone?.type
  }
  expect(await check('074-123 45 67')).toBe('doubtful_phone')
  expect(await check('074-123 45 67', '+46741234567')).toBeUndefined()
  expect(await check('074-123 45 68', '+46741234567')).toBe('doubtful_phone')
  expect(await check('070-123 45 67')).toBeUndefined()
  expect(await check('070-123')).toBe('invalid_phone')
})
