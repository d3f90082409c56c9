import { CodeBlock } from '@/components/ui/code-block'
import type { ApiEvents } from '@/lib/docs/reference'
import { MarkedText } from './marked-text'
import { AnswerView, FieldTable } from './operation-view'

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
