import os
import sys
import time

import requests

API_URL = os.environ["API_URL"]
headers = {"Authorization": f"Bearer {os.environ['API_KEY']}"}


def sent_since(since):
    """Every lead that the key has sent since then, newest first."""
    cursor = ""
    while cursor is not None:
        query = {"since": since, "limit": 200, "cursor": cursor}
        answer = requests.get(f"{API_URL}/api/leads", params=query, headers=headers, timeout=30)
        if answer.status_code in (429, 502, 503, 504):
            time.sleep(int(answer.headers.get("Retry-After", 5)))
            continue
        page = answer.json()
        if answer.status_code != 200:
            raise SystemExit(f"{page['code']}: {page['message']}")
        yield from page["leads"]
        cursor = page["next_cursor"]


# Such as 2026-01-27T00:00:00Z: ten minutes before the last one's beginning.
for lead in sent_since(sys.argv[1]):
    print(lead["id"], lead["reference"], lead["state"], lead["replaced_by"] or "")
