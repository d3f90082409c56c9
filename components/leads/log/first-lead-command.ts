/** Where the API is, whether it asks for a key, and whose lead to try it with. */
export type FirstLead = { origin: string; needsKey: boolean; customerId: string }

/** A command that sends a lead, with all that a lead must have; the key is taken from the shell's `LEAD_API_KEY`. */
export function firstLeadCommand({ origin, needsKey, customerId }: FirstLead): string {
  const key = needsKey ? ' -H "X-API-Key: $LEAD_API_KEY"' : ''
  return `curl ${origin}/api/lead${key} -H 'Content-Type: application/json' -d '{
  "customer": { "customer_id": "${customerId}", "lead_id": "LEAD456" },
  "person": {
    "first_name": "Erik",
    "last_name": "Andersson",
    "email": "erik.andersson@example.com",
    "phone": "+46701234567",
    "address": "Storgatan 12"
  },
  "property": { "valuation": 5500000, "property_sub_type": "SingleFamilyResidence" }
}'`
}
