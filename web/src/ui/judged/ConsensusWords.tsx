import { Text } from '@mantine/core'
import type { ConsensusRow } from '~/api/items'
import type { Criterion } from '~/api/types'
import classes from './Judged.module.css'
import { classWords, probabilityWord } from './words'

/** The answer to one question with how sure it is; where the judgments leave none open, or it is simply known, that is said instead. */
export function ConsensusWords({ criterion, row }: { criterion: Criterion | undefined; row: ConsensusRow }) {
  if (row.answer === null) return <Text span c="dimmed" size="sm">–</Text>
  const answer = classWords(criterion, row.answer)
  const likeliest = row.majority === null ? '' : `, likeliest ${answer} ${probabilityWord(row.probability)}`
  if (row.contested) return <><span className={classes.words}>No clear answer</span><Text span size="xs" c="dimmed" className="tabular">{likeliest}</Text></>
  return <><span className={classes.words}>{answer}</span> <Text span size="xs" c="dimmed" className="tabular">{certainty(row)}</Text></>
}

function certainty(row: ConsensusRow): string {
  if (row.method === 'gold') return 'known answer'
  return row.method === 'verdict' ? 'decided' : probabilityWord(row.probability)
}
