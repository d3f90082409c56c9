import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'

/** Stands in for the `requests` package where Python has none: the one call that the sample makes. */
const withoutRequests = `
import sys, types, urllib.request
try:
    import requests
except ImportError:
    def post(url, headers, json):
        import json as codec
        call = urllib.request.Request(url, codec.dumps(json).encode(), headers)
        text = urllib.request.urlopen(call).read()
        return types.SimpleNamespace(json=lambda: codec.loads(text))
    sys.modules["requests"] = types.SimpleNamespace(post=post)
`

test("the README's Python sample prints Status: OK and Vitec's answer @smoke", async ({ baseURL }) => {
  const [, sample] = /```python\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(sample).toContain('API_URL = "http://127.0.0.1:3000"')
  const program = withoutRequests + sample?.replace('http://127.0.0.1:3000', baseURL ?? '')
  const printed = execFileSync('python3', ['-c', program], { encoding: 'utf8' })
  expect(printed).toMatch(/^Status: OK\nMessage: CMLEAD\d+\n$/)
})
