import os
import time

import requests

API_URL = os.environ["API_URL"]
headers = {"Authorization": f"Bearer {os.environ['API_KEY']}"}

lead = {
    "reference": "ORDER-2026-0043",
    "customer": {"customer_id": "ABC123", "lead_id": "LEAD456"},
    "person": {
        "first_name": "Erik",
        "last_name": "Andersson",
        "email": "erik.andersson@example.com",
        "phone": "+46701234567",
        "address": "Storgatan 12",
        "zip_code": "11422",
        "city": "Stockholm",
    },
    "property": {
        "valuation": 5500000,
        "property_sub_type": "SingleFamilyResidence",
        "living_area": 150,
    },
}


def send(lead):
    """Sends a lead once, however often it has to be tried."""
    once = {**headers, "Idempotency-Key": lead["reference"]}
    for attempt in range(6):
        try:
            answer = requests.post(f"{API_URL}/api/lead", json=lead, headers=once, timeout=30)
        except requests.RequestException:
            time.sleep(2**attempt)
            continue
        if answer.status_code not in (409, 429, 502, 503, 504):
            return answer.json()
        time.sleep(int(answer.headers.get("Retry-After", 2**attempt)))
    raise RuntimeError("no answer: ask for the reference before you send it again")


answer = send(lead)
if answer["status"] == "ERROR":
    raise SystemExit(f"{answer['code']}: {answer['message']}")
print(answer["id"], answer["state"])
