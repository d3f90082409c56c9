import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import type { ApiAnswer, ApiEvents, ApiField, ApiOperation } from '@/lib/docs/reference'
import { MarkedText } from './marked-text'

/** One method at one address, as the OpenAPI document has it. */
export function OperationView({ operation }: { operation: ApiOperation }) {
  const { id, method, path, summary, meaning, parameters, body, answers, isLeaving } = operation
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3 border-t border-line pt-6 text-sm">
      <h3 id={id} className="scroll-mt-16 text-base font-semibold text-ink">
        {summary}
      </h3>
      <p className="font-mono text-sm wrap-anywhere text-ink">
        <strong>{method}</strong> {path}
        {isLeaving && <LeavingMark />}
      </p>
      <MarkedText text={meaning} />
      {parameters.length > 0 && <FieldTable caption="Parameters" fields={parameters} />}
      {body && (
        <>
          <MarkedText text={body.meaning} />
          {body.fields.length > 0 && <FieldTable caption="Body" fields={body.fields} />}
          {body.example !== null && (
            <CodeBlock label={`Example: ${summary}`} copyLabel="Copy the example" text={body.example} />
          )}
        </>
      )}
      <h4 className="font-medium text-ink">Answers</h4>
      <div className="grid gap-1">
        {answers
          .filter(({ isCommon }) => !isCommon)
          .map((answer) => (
            <AnswerView key={answer.status} answer={answer} />
          ))}
      </div>
      <p className="text-soft">
        Besides, as anywhere: {answers.flatMap(({ status, isCommon }) => (isCommon ? status : [])).join(', ')}{' '}
        (
        <a href="#refusals" className="text-link underline underline-offset-2">
          refusals
        </a>
        )
      </p>
    </section>
  )
}

/** What the receiver of a key is called with, as the OpenAPI document has it under `webhooks`. */
export function EventView({ events }: { events: ApiEvents }) {
  const { meaning, headers, fields, answers, types } = events
  return (
    <section aria-labelledby="events" className="grid min-w-0 gap-3 border-t border-line pt-6 text-sm">
      <h3 id="events" className="scroll-mt-16 text-base font-semibold text-ink">
        What a receiver is sent
      </h3>
      <p className="font-mono text-sm wrap-anywhere text-ink">
        <strong>POST</strong> to the address of the webhook
      </p>
      <MarkedText text={meaning} />
      <FieldTable caption="Headers" fields={headers} isAnswer />
      <FieldTable caption="Body" fields={fields} isAnswer />
      <h4 className="font-medium text-ink">Examples</h4>
      {types.map(({ name, meaning: summary, example }) => (
        <figure key={name} className="grid min-w-0 gap-1">
          <figcaption className="text-soft">
            <code className="font-mono text-xs text-ink">{name}</code> {summary}
          </figcaption>
          <CodeBlock label={`Example: ${name}`} copyLabel={`Copy: ${name}`} text={example} />
        </figure>
      ))}
      <h4 className="font-medium text-ink">What a receiver answers</h4>
      <div className="grid gap-1">
        {answers.map((answer) => (
          <AnswerView key={answer.status} answer={answer} />
        ))}
      </div>
    </section>
  )
}

/** One status that is answered, with what comes with it. */
export function AnswerView({ answer: { status, meaning, codes, fields, examples } }: { answer: ApiAnswer }) {
  const text = <MarkedText text={meaning} />
  if (examples.length === 0)
    return (
      <div className="flex gap-3">
        <span className="font-mono text-ink">{status}</span>
        <div className="min-w-0">{text}</div>
      </div>
    )
  return (
    <Disclosure
      title={
        <>
          <span className="font-mono">{status}</span>
          {codes.length > 0 && <span className="ml-2 font-mono text-xs text-faint">{codes.join(', ')}</span>}
        </>
      }
      isOpenAtFirst={status === '200'}
    >
      <div className="grid gap-2 pb-2">
        {text}
        {fields.length > 0 && <FieldTable caption={`Fields of ${status}`} fields={fields} isAnswer />}
        {examples.map((example) => (
          <figure key={example.name} className="grid gap-1">
            {example.name && <figcaption className="text-xs text-faint">{example.name}</figcaption>}
            <CodeBlock label={`${status} ${example.name}`} copyLabel="Copy the answer" text={example.text} />
          </figure>
        ))}
      </div>
    </Disclosure>
  )
}

const LeavingMark = () => <span className="ml-2 font-sans text-xs text-warning">on its way out</span>

type FieldTableProps = { caption: string; fields: ApiField[]; isAnswer?: boolean }

/** Fields with what they hold: a list of definitions, which needs no width. `isAnswer`: they come, and are not to be sent. */
export function FieldTable({ caption, fields, isAnswer = false }: FieldTableProps) {
  const needs = (isRequired: boolean) => {
    if (isAnswer) return isRequired ? '' : 'not always there'
    return isRequired ? 'required' : ''
  }
  return (
    <div className="grid gap-2">
      <h4 className="font-medium text-ink">{caption}</h4>
      <dl className="divide-y divide-line rounded-lg border border-line">
        {fields.map(({ name, kind, isRequired, isLeaving, mayBeNull, meaning }) => (
          <div key={name} className="grid gap-x-4 gap-y-0.5 px-3 py-2 md:grid-cols-[16rem_minmax(0,1fr)]">
            <dt className="min-w-0">
              <code className="font-mono text-xs wrap-anywhere text-ink">{name}</code>
              {needs(isRequired) && (
                <span className={`ml-2 text-xs ${isAnswer ? 'text-faint' : 'text-warning'}`}>
                  {needs(isRequired)}
                </span>
              )}
              {isLeaving && <LeavingMark />}
            </dt>
            <dd className="grid min-w-0 gap-0.5">
              <span className="text-xs wrap-anywhere text-faint">
                {kind}
                {isAnswer && mayBeNull && ' or null'}
              </span>
              <MarkedText text={meaning} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

type Words = { code: string; en: string; sv: string }

/** A closed list of codes, with what each means. */
export function CodeTable({ id, title, words }: { id: string; title: string; words: Words[] }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-2 text-sm">
      <h3 id={id} className="scroll-mt-16 text-base font-semibold text-ink">
        {title}
      </h3>
      <dl className="divide-y divide-line rounded-lg border border-line">
        {words.map(({ code, en, sv }) => (
          <div key={code} className="grid gap-x-4 gap-y-0.5 px-3 py-2 md:grid-cols-[16rem_minmax(0,1fr)]">
            <dt className="font-mono text-xs leading-5 wrap-anywhere text-ink">{code}</dt>
            <dd className="grid gap-0.5 text-soft">
              <span>{en.replaceAll('`', '')}</span>
              <span lang="sv" className="text-faint">
                {sv.replaceAll('`', '')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
