import { CodeBlock } from '@/components/ui/code-block'
import type { ApiChanges, ApiLeaving, Samples } from '@/lib/docs/reference'
import { MarkedText } from './marked-text'
import { ChangeList, LeavingList } from './version-notes'

type GuideProps = {
  /** Where this service is reached, without a slash at its end. */
  baseUrl: string
  samples: Samples
  /** The ids that the samples name, and whether they are some of this service. */
  ids: { customer: string; leadSource: string; areOwn: boolean }
  /** Whether the service asks who one is; the open sandbox does not. */
  asksForKey: boolean
  /** What magic customers bring about, by id. */
  magic: { id: string; meaning: string }[]
  leaving: ApiLeaving[]
  changes: ApiChanges[]
}

/** What the guide is about, in its order. */
export const guideParts = [
  { id: 'quick-start', title: 'Quick start' },
  { id: 'states', title: 'What becomes of a lead' },
  { id: 'once', title: 'Once, and not twice' },
  { id: 'asking', title: 'Asking' },
  { id: 'limits', title: 'Limits' },
  { id: 'webhooks', title: 'Webhooks' },
  { id: 'magic', title: 'Customers that bring a fault' },
  { id: 'versions', title: 'Versions' },
  { id: 'changelog', title: 'Changelog' },
] as const

/** What one has to know before the reference: how a client is begun, and what it does where things go wrong. */
export function Guide({ baseUrl, samples, ids, asksForKey, magic, leaving, changes }: GuideProps) {
  return (
    <>
      <Section id="quick-start" title="Quick start">
        <MarkedText
          text={
            asksForKey
              ? 'Ask an administrator for a key for tests, `lead_test_…`, and for the ids of the customer and the lead source. What is sent with it takes the whole way, to a stand-in for Vitec inside the service: no agent gets it. When all is well put the live key, `lead_live_…`, in its place. Send a lead:'
              : 'This is the open sandbox: it asks for no key, and nothing that it is sent reaches an agent. Send a lead:'
          }
        />
        <MarkedText text={ids.areOwn ? ownIds(ids) : foreignIds(ids)} />
        <Code
          label="Settings"
          text={`export API_URL=${baseUrl}\nexport API_KEY=${asksForKey ? "'the key'" : 'none'}`}
        />
        <Code label="With curl" text={samples.sendWithCurl} />
        <Code label="With Python" text={samples.sendWithPython} />
        <Code label="With TypeScript" text={samples.sendWithTypeScript} />
        <Code label="With TypeScript, typed by the OpenAPI document" text={samples.sendGenerated} />
        <MarkedText
          text={
            'The key goes into `Authorization: Bearer …`, or alone into `X-API-Key`. `GET /api/me` says how it stands.'
          }
        />
      </Section>
      <Section id="states" title="What becomes of a lead">
        <MarkedText text={sending} />
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
          {states.map(([state, meaning]) => (
            <div key={state} className="contents">
              <dt className="font-mono text-xs leading-5 text-ink">{state}</dt>
              <dd>
                <MarkedText text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
        <MarkedText text={replaced} />
      </Section>
      <Section id="once" title="Once, and not twice">
        <MarkedText text={once} />
      </Section>
      <Section id="asking" title="Asking">
        <MarkedText text={asking} />
        <Code label="A reconciliation with Python" text={samples.reconcile} />
      </Section>
      <Section id="limits" title="Limits">
        <MarkedText text={limits} />
      </Section>
      <Section id="webhooks" title="Webhooks">
        <MarkedText text={webhooks} />
        <Code label="Check of the signature with Python" text={samples.verifyWithPython} />
        <Code label="Check of the signature with TypeScript" text={samples.verifyWithTypeScript} />
      </Section>
      <Section id="magic" title="Customers that bring a fault">
        <MarkedText text="With a key for tests, and in the sandbox, these ids of customers bring about what is rare, each time:" />
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
          {magic.map(({ id, meaning }) => (
            <div key={id} className="contents">
              <dt className="font-mono text-xs leading-5 text-ink">{id}</dt>
              <dd className="text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="versions" title="Versions">
        <MarkedText text={versions} />
        <LeavingList list={leaving} />
      </Section>
      <Section id="changelog" title="Changelog">
        <ChangeList changes={changes} />
      </Section>
    </>
  )
}

type Ids = GuideProps['ids']
const ownIds = ({ customer, leadSource }: Ids) =>
  `\`${customer}\` and \`${leadSource}\` are ids of this service: its default customer, and the first of that one’s lead sources. \`GET /api/lead-sources?customer_id=…\` lists those of another.`
const foreignIds = ({ customer, leadSource }: Ids) =>
  `Put the ids that you were told in place of \`${customer}\` and \`${leadSource}\`. Who is signed in here finds ids of this service there.`

const sending =
  'A lead is stored before it is sent. The answer waits for Vitec for some seconds; what takes longer is answered 202 and goes on by itself. Every answer has `status`, the word of the contract (`OK`, `QUEUED`, `UNKNOWN`, `REJECTED`), and `state`, which says the same in the words of all other answers:'

const states = [
  ['pending', 'Stored, and sent by itself. Nothing is to be done.'],
  ['delivered', 'Vitec has it.'],
  ['unknown', 'Sent, and nothing says whether it arrived. A person decides.'],
  ['failed', 'Could not be sent for a long time; nothing is at Vitec. A person decides.'],
  ['rejected', 'Vitec refused it: `message` says why. A person mends it here, or you send another one.'],
  ['cancelled', 'A person has stopped it.'],
] as const

const replaced =
  'Where staff have mended a lead by another one, `replaced_by` has that one’s id, and its own state stays. The other one is sent in its place, so there is nothing to do. It is theirs: to ask for it is 404.'

const once =
  'Send an `Idempotency-Key` with each lead, such as your own number of it. Where you got no answer, 409 `key_in_flight`, 429, 503, or 502 or 504 of something in between, which are not JSON, send the same body with the same key again, after `Retry-After` seconds where there are any: within a day it makes no second lead. The same key with another body is 422 `key_reused`.\n\nNever send a lead again because of its state. Give it a `reference` of yours (1–100 characters, nothing of the person), and after a day ask for that first.'

const asking =
  '`GET /api/lead/{id}` says how one lead stands, and by `Retry-After` when it is worth asking again. Send the `ETag` back as `If-None-Match`: what is as it was is a 304.\n\n`GET /api/leads` lists what your key has sent, newest first: by `reference` it finds an answer that was lost, by `since` and `cursor` it is a night’s reconciliation in one loop. Ask for it once in five minutes at most; a webhook tells you sooner.'

const limits =
  'A key may make as many requests a minute as its administrator has said, and ask as often besides. `RateLimit` and `RateLimit-Policy` say how both stand; over one of them the answer is 429 with `Retry-After`. A body has at most 64 KiB, packed or not.'

const webhooks =
  'Set the webhook of your key by `PUT /api/webhook`, or have an administrator do it. Its secret is told once. Each event is a POST of JSON with the ids and states of a lead, and nothing of a person, signed as [Standard Webhooks](https://www.standardwebhooks.com) says: use their library, or one of these.\n\nAnswer with a 2xx within 15 seconds. An event comes at least once, and the events of one lead in order: who has seen a `webhook-id` has it. Anything else is tried again for three days; then the webhook is switched off and an administrator is told. 410 switches it off at once. What you missed is in `GET /api/webhook/events`, and in `GET /api/leads`. The reference has [each event](#events).'

const versions =
  'What is here only grows: fields, codes, events and headers are added without notice, so take what you do not know as if it were not there. What is to go is announced in the changelog below at least twelve months before it goes, marked `deprecated` in the OpenAPI document and listed here. Each answer of an operation that is to go has `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link` headers; where only a field goes, a `Link` with `rel="deprecation"`.'

function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3 text-sm">
      <h2 id={id} className="scroll-mt-16 text-lg font-semibold text-ink">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Code({ label, text }: { label: string; text: string }) {
  return (
    <figure className="grid min-w-0 gap-1">
      <figcaption className="text-xs text-faint">{label}</figcaption>
      <CodeBlock label={label} copyLabel={`Copy: ${label}`} text={text} />
    </figure>
  )
}
