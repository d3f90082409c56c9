curl --silent --show-error "$API_URL/api/lead" \
  --header "Authorization: Bearer $API_KEY" \
  --header "Content-Type: application/json" \
  --header "Idempotency-Key: ORDER-2026-0042" \
  --data '{
    "reference": "ORDER-2026-0042",
    "customer": { "customer_id": "ABC123", "lead_id": "LEAD456" },
    "person": {
      "first_name": "Erik",
      "last_name": "Andersson",
      "email": "erik.andersson@example.com",
      "phone": "+46701234567",
      "address": "Storgatan 12",
      "zip_code": "11422",
      "city": "Stockholm"
    },
    "property": {
      "valuation": 5500000,
      "property_sub_type": "SingleFamilyResidence",
      "living_area": 150
    }
  }'
