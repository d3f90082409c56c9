/** A command that sends a lead to the API at `origin`, with all that a lead must have. */
export function firstLeadCommand(origin: string, customerId: string): string {
  return `curl ${origin}/api/lead -H 'Content-Type: application/json' -d '{
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
