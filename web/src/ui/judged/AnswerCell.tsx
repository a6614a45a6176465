import { Text } from '@mantine/core'
import type { Answer, Criterion } from '~/api/types'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { placeWord } from '~/ui/criteria/marking'
import { Differences } from '~/ui/criteria/Differences'
import { agreesWith, answerWords, classWords } from './words'
import classes from './Judged.module.css'

type Props = { criterion: Criterion | undefined; answer: Answer | undefined; consensus?: string | null | undefined; standard?: string | null; originals: string[] }

/** What one person said on one question, with their reason; marked where it differs from the consensus, or from the standard. */
export function AnswerCell({ criterion, answer, consensus, standard, originals }: Props) {
  if (answer === undefined) return <Text span c="dimmed" size="sm">–</Text>
  const expected = standard ?? consensus ?? null
  const agrees = expected === null ? null : agreesWith(answer, expected)
  const original = answer.response === undefined ? undefined : originals[Number(answer.response)]
  const short = answer.text === undefined || answer.text.length <= 120
  return (
    <div className={classes.answer} data-differs={agrees === false || undefined}>
      {short && answer.response === undefined && <span className={classes.words}>{answerWords(criterion, answer)}</span>}
      {agrees === false && <span className="visually-hidden"> {standard != null ? t('(differs from the standard)') : t('(differs from the consensus)')}</span>}
      {answer.steps && (
        <ol className={classes.parts}>{answer.steps.map((step, i) => <li key={i}>{step ? classWords(criterion, step.mark) : '–'}{step?.comment && <>: {step.comment}</>}</li>)}</ol>
      )}
      {answer.turns && Object.values(answer.turns).some((turn) => turn.justification) && (
        <ul className={classes.parts}>{Object.entries(answer.turns).filter(([, turn]) => turn.justification).map(([place, turn]) => <li key={place}>{t('Turn at {n}, {answer}:', { n: Number(place) + 1, answer: classWords(criterion, turn.choices?.[0] ?? String(turn.value)) })} {turn.justification}</li>)}</ul>
      )}
      {answer.spans?.map((span, i) => (
        <p key={i} className={classes.span}>
          <strong>{placeWord(span)}</strong> “{span.quote.length > 160 ? `${span.quote.slice(0, 160)}…` : span.quote}”
          {' '}<em>{labelOf(criterion?.categories, span.category)}{span.severity ? `, ${labelOf(criterion?.severities ?? [], span.severity).toLowerCase()}` : ''}</em>
          {span.comment && <>: {span.comment}</>}
        </p>
      ))}
      {answer.response !== undefined && answer.text !== undefined && (
        <details><summary>{t('{letter} rewritten', { letter: letter(answer.response) })}</summary>
          {original === undefined ? <p className={classes.long}>{answer.text}</p> : <Differences from={original} to={answer.text} />}
        </details>
      )}
      {!short && answer.response === undefined && <details><summary>{answer.text!.slice(0, 100)}…</summary><p className={classes.long}>{answer.text}</p></details>}
      {answer.justification && <p className={classes.why}>{answer.justification}</p>}
    </div>
  )
}

function labelOf(options: { value: string; label: string }[] | null | undefined, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value
}
