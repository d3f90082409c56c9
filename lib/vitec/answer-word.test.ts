import { describe, expect, it } from 'vitest'
import { answerWord } from './answer-word'

const json = (value: unknown) => answerWord(400, 'application/json', JSON.stringify(value))

describe('answerWord', () => {
  it.each([
    ['a JSON string', 'Bad source', 'Bad source'],
    [
      'old .NET',
      { message: 'Invalid.', modelState: { 'personLead.firstName': ['A.', 'B.'] } },
      'Invalid. personLead.firstName: A. B.',
    ],
    [
      'old .NET in capitals',
      { Message: 'Invalid.', ExceptionMessage: 'No such source' },
      'Invalid. No such source',
    ],
    ['problem+json', { type: 'about:blank', title: 'Bad', detail: 'Too long', status: 400 }, 'Bad Too long'],
    ['ASP.NET Core', { title: 'Invalid.', errors: { typeId: ['Unknown.'] } }, 'Invalid. typeId: Unknown.'],
    ['a list of errors', { errors: [{ message: 'One.' }, 'Two.'] }, 'One. Two.'],
    ['an error in an error', { error: { message: 'Deep.' } }, 'Deep.'],
    ['JSON of no known shape', { code: 17 }, '{"code":17}'],
  ])('reads %s', (_, value, word) => {
    expect(json(value)).toBe(word)
  })

  it('takes text as it is', () => {
    expect(answerWord(400, 'text/plain', ' Lead source saknas\n')).toBe('Lead source saknas')
  })

  it('gives the words of a page, not its tags and scripts', () => {
    const page =
      '<html><style>p{}</style><script>alert("x")</script><h1>Server&nbsp;Error</h1><p>in &lt;b&gt;</p>'
    expect(answerWord(500, 'text/html', page)).toBe('Server Error in <b>')
  })

  it('names the status where nothing was said', () => {
    for (const empty of ['{}', ' { }\n', '[]', 'null', '""'])
      expect(answerWord(400, 'application/json', empty), empty).toBe('HTTP 400')
    expect(answerWord(413, '', '')).toBe('HTTP 413')
    expect(answerWord(502, 'text/html', '<html></html>')).toBe('HTTP 502')
    expect(json({ message: '' })).toBe('{"message":""}')
  })

  it('is cut at 1,000 characters and holds no NUL, so that it can always be stored', () => {
    expect(answerWord(400, '', 'x'.repeat(5_000))).toHaveLength(1_000)
    expect(json('a\0b')).toBe('ab')
  })

  it('survives JSON that is nested to exhaust the stack', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    expect(answerWord(400, 'application/json', deep)).toHaveLength(1_000)
  })

  it('reads only the top of a page, so that a hostile one cannot keep it busy', () => {
    expect(answerWord(500, 'text/html', `<p>near</p>${'<script'.repeat(2_000)}<p>far</p>`)).toBe('near')
  })
})
