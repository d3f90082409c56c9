import { expect, it } from 'vitest'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { seedBody } from '@/test/support/leads/seed-body'
import { datedLead } from '../lead-message'
import { fromColumns, toColumns } from './add-lead'

const { lead } = datedLead(
  leadRequestSchema('2026-03-01').parse(seedBody()),
  new Date('2026-03-01T12:00:00Z'),
)

it('reads back what it wrote', () => {
  expect(fromColumns(toColumns(lead))).toEqual(lead)
})

it('keeps a fee as whole öre, because money is never a float', () => {
  expect(toColumns({ ...lead, associationFee: 3512.35 }).associationFeeOre).toBe(351235)
  expect(toColumns({ ...lead, associationFee: 0.29 }).associationFeeOre).toBe(29)
})

it('keeps the largest value the contract allows', () => {
  expect(fromColumns(toColumns({ ...lead, valuation: 999_999_999_999 })).valuation).toBe(999_999_999_999)
})
