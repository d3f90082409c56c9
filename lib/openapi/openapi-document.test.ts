import { describe, expect, it } from 'vitest'
import { openapiDocument } from './openapi-document'

const document = openapiDocument()

describe('openapiDocument', () => {
  it('names every public address, and none of the staff', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/lead': { post: {} },
        '/api/lead/{id}': { get: {} },
        '/api/leads': { get: {} },
        '/api/lead-sources': { get: {} },
        '/api/me': { get: {} },
        '/api/health/live': { get: {} },
        '/api/health/ready': { get: {} },
        '/api/metrics': { get: {} },
        '/api/openapi.json': { get: {} },
      },
    })
    expect(JSON.stringify(document)).not.toContain('/api/staff')
  })

  it.each([
    ['customer', ['customer_id', 'lead_id']],
    ['person', ['first_name', 'last_name', 'email', 'phone', 'address']],
    ['property', ['valuation', 'property_sub_type']],
  ])('says which fields of %s must be given', (part, required) => {
    expect(document).toHaveProperty(`components.schemas.LeadRequest.properties.${part}.required`, required)
  })

  it.each([
    ['customer', 'customer_id', { pattern: '^[A-Za-z0-9_-]{1,40}$' }],
    ['person', 'first_name', { type: 'string', minLength: 1, maxLength: 30 }],
    ['person', 'custom_field', { type: ['string', 'null'], maxLength: 500 }],
    ['property', 'valuation', { type: 'integer', minimum: 1, maximum: 999_999_999_999 }],
    ['property', 'living_area', { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 100_000 }],
    ['property', 'rooms', { type: ['string', 'number', 'null'], examples: ['4', '2,5'] }],
    ['property', 'occupant_type', { enum: ['Owner', 'TenantOwnership', null] }],
    ['property', 'valuation_date', { format: 'date' }],
  ])('says the limits that %s.%s is held to', (part, name, limits) => {
    expect(document).toHaveProperty(
      `components.schemas.LeadRequest.properties.${part}.properties.${name}`,
      expect.objectContaining({ description: expect.any(String), ...limits }),
    )
  })

  it('lets optional text be empty, which means that it is not given', () => {
    expect(document).not.toHaveProperty(
      'components.schemas.LeadRequest.properties.person.properties.city.minLength',
    )
  })
})
