import { describe, expect, it } from 'vitest'
import { leadMessage } from './lead-message'
import { leadRequestSchema } from './lead-request'
import { seedBody } from './testing/seed-body'

describe('leadMessage', () => {
  it("writes the source document's example byte for byte", () => {
    const lead = leadRequestSchema('2026-01-27').parse(seedBody())
    expect(leadMessage(lead, '2026-01-27')).toBe(
      'Du har fått ett lead från Real AI. Erik Andersson fick en värdering på 5 500 000 kr den 2026-01-27 av en villa med 150.0 m² boarea. Biarean är 40.0 m² och tomtarean 800.0 m². Byggåret är 1992.',
    )
  })
})
