import { Paper, SimpleGrid, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { ConsensusRow } from '~/api/items'
import type { Rubric } from '~/api/types'
import { count, letter } from '~/lib/format'
import classes from './Judged.module.css'
import { PartsAgreed } from './PartsAgreed'
import { inRubricOrder } from './order'
import { classWords, probabilityWord } from './words'

/** How probable each answer is, question by question, beside what a bare majority would say. */
export function Distribution({ consensus, rubric }: { consensus: ConsensusRow[]; rubric: Rubric | undefined }) {
  if (consensus.length === 0) return <Text size="sm" c="dimmed">No consensus yet: nobody has answered a question that can be counted.</Text>
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
      {inRubricOrder(consensus.filter((row) => row.part === null), rubric, (row) => row.criterion).map((row) => {
        const criterion = rubric?.criteria.find((candidate) => candidate.key === row.criterion)
        const ranked = criterion?.kind === 'rank' || /[>=]/.test(row.answer ?? '')
        const majority = row.majority === null ? 'no majority' : `majority: ${classWords(criterion, row.majority)}`
        const standing = row.method === 'gold' ? 'known answer' : row.method === 'verdict' ? 'decided' : row.contested ? 'no clear answer' : null
        return (
          <Paper key={row.criterion + (row.response ?? '')} className="sheet" p="sm">
            <Text size="sm" fw={600}>{criterion?.title ?? row.criterion}{row.response !== null && ` ${letter(row.response)}`}</Text>
            <Text size="xs" c="dimmed" mb={6}>{[row.n > 0 && `${count(row.n, 'judgment')}, ${majority}`, standing].filter(Boolean).join('; ')}</Text>
            {ranked
              ? <Ranks row={row} words={classWords(criterion, row.answer ?? '')} />
              : (
                <div className={classes.bars}>
                  {Object.entries(row.distribution).sort((a, b) => b[1] - a[1]).filter(([, p], i) => i < 2 || p >= 0.005).map(([name, p]) => (
                    <Fragment key={name}>
                      <span data-least={name !== row.answer || undefined}>{classWords(criterion, name)}</span>
                      <span className={classes.bar} aria-hidden><span style={{ width: `${p * 100}%` }} /></span>
                      <span>{probabilityWord(p)}</span>
                    </Fragment>
                  ))}
                </div>
              )}
          </Paper>
        )
      })}
      <PartsAgreed consensus={consensus} rubric={rubric} />
    </SimpleGrid>
  )
}

function Ranks({ row, words }: { row: ConsensusRow; words: string }) {
  const places = Object.entries(row.distribution).sort((a, b) => a[1] - b[1])
  const most = Math.max(1, ...places.map(([, place]) => place))
  return (
    <>
      <Text size="sm" fw={500}>{words}</Text>
      <div className={classes.bars}>
        {places.map(([index, place]) => (
          <Fragment key={index}>
            <span>{letter(index)}</span>
            <span className={classes.bar} aria-hidden><span style={{ width: `${(most - place + 1) / most * 100}%` }} /></span>
            <span title="mean place">{place.toFixed(1)}</span>
          </Fragment>
        ))}
      </div>
    </>
  )
}
