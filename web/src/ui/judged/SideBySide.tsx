import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ConsensusRow, Gold, ItemText, Judged } from '~/api/items'
import type { Rubric } from '~/api/types'
import { clock, moment } from '~/lib/format'
import { flagWord, outcomeColor, outcomeWord } from '~/ui/words'
import cards from '../CardTable.module.css'
import { AnswerCell } from './AnswerCell'
import classes from './Judged.module.css'
import { ConsensusWords } from './ConsensusWords'
import { answerTo, consensusOn, inOrder, questionsOf } from './questions'

type Props = {
  item: ItemText; rubric: Rubric | undefined; judgments: Judged[]; consensus: ConsensusRow[]; gold: Gold | null
  /** What can be done with one judgment, for example accept or reject it. */
  footer?: (judgment: Judged) => ReactNode
}

/** All judgments of an item, a column each, beside the consensus and the known answer; on a phone a card for each question. */
export function SideBySide({ item, rubric, judgments, consensus, gold, footer }: Props) {
  const people = inOrder(judgments)
  const originals = item.responses.map((response) => response.text)
  const all = [...people.map((judgment) => judgment.answers ?? {}), ...(gold ? [gold.answers] : [])]
  const questions = questionsOf(rubric, all, item.responses.length)
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="All judgments of this item">
      <table role="table" className={`${classes.table} ${classes.cards} ${cards.table}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className={classes.sticky}>Question</th>
            <th role="columnheader" scope="col">Consensus</th>
            {gold && <th role="columnheader" scope="col"><Badge variant="light" color="gold">Gold</Badge></th>}
            {people.map((judgment) => <th role="columnheader" key={judgment.id} scope="col" data-kept><Heading judgment={judgment} /></th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {questions.map((question) => {
            const estimate = consensusOn(question, consensus)
            return (
              <tr role="row" key={question.key + (question.response ?? '')}>
                <th role="rowheader" scope="row" className={classes.sticky}>{question.title}</th>
                <Cell under="Consensus">{estimate ? <ConsensusWords criterion={question.criterion} row={estimate} /> : <Text span c="dimmed" size="sm">–</Text>}</Cell>
                {gold && <Cell under="Gold"><AnswerCell criterion={question.criterion} answer={answerTo(question, gold.answers)} originals={originals} /></Cell>}
                {people.map((judgment) => (
                  <Cell key={judgment.id} under={judgment.raterName}><AnswerCell criterion={question.criterion} answer={answerTo(question, judgment.answers)} consensus={estimate?.contested ? null : estimate?.answer} originals={originals} /></Cell>
                ))}
              </tr>
            )
          })}
          {people.some((judgment) => judgment.flag || judgment.note || judgment.returns.length > 0) && (
            <tr role="row">
              <th role="rowheader" scope="row" className={classes.sticky}>Flag or note</th><td role="cell" />{gold && <Cell under="Gold">{gold.explanation}</Cell>}
              {people.map((judgment) => (
                <Cell key={judgment.id} under={judgment.raterName}>
                  {judgment.flag && <p className={classes.flag}><strong>{flagWord(judgment.flag.category)}</strong>{judgment.flag.note && <>: {judgment.flag.note}</>}</p>}
                  {judgment.returns.map((round, i) => (
                    <div key={i}>
                      {round.note && <p className={classes.why}>{round.note}</p>}
                      <p className={classes.flag}><strong>Given back by {round.by}, {moment(round.at)}</strong>: {round.reason}{!round.answered && <> <em>Not answered yet.</em></>}</p>
                    </div>
                  ))}
                  {judgment.note && (judgment.returns.at(-1)?.answered ?? true) && <p className={classes.why}>{judgment.note}</p>}
                </Cell>
              ))}
            </tr>
          )}
          {footer && (
            <tr role="row">
              <th role="rowheader" scope="row" className={classes.sticky}>Outcome</th><td role="cell" />{gold && <td role="cell" />}
              {people.map((judgment) => <Cell key={judgment.id} under={judgment.raterName}>{footer(judgment)}</Cell>)}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ under, children }: { under: string; children: ReactNode }) {
  return <td role="cell"><span className={cards.under} aria-hidden>{under}</span><div className={cards.said}>{children}</div></td>
}

function Heading({ judgment }: { judgment: Judged }) {
  return (
    <div className={classes.heading}>
      <Group gap={6} wrap="nowrap"><span>{judgment.raterName}</span>{judgment.role === 'ADJUDICATOR' && <Badge size="sm" variant="light">verdict</Badge>}</Group>
      <span className={classes.when}>{moment(judgment.submittedAt)}, guideline {judgment.guidelineVersion}{judgment.revision > 0 ? ', revised' : ''}{judgment.activeSeconds ? `, ${clock(judgment.activeSeconds)}` : ''}</span>
      {judgment.outcome && <Badge size="sm" variant="light" color={outcomeColor(judgment.outcome)} title={judgment.reason ?? undefined}>{outcomeWord(judgment.outcome)}</Badge>}
      {judgment.decidedBy && <span className={classes.when}>decided by {judgment.decidedBy}</span>}
    </div>
  )
}
