import { Paper, Text } from '@mantine/core'
import type { ConsensusRow } from '~/api/items'
import type { Rubric } from '~/api/types'
import { letter } from '~/lib/format'
import classes from './Judged.module.css'
import { classWords, probabilityWord } from './words'

/** The consensus about steps and turns, one line each, with how sure it is. */
export function PartsAgreed({ consensus, rubric }: { consensus: ConsensusRow[]; rubric: Rubric | undefined }) {
  const groups = new Map<string, ConsensusRow[]>()
  for (const row of consensus.filter((one) => one.part !== null)) {
    const key = `${row.criterion}/${row.response ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, rows]) => {
    const first = rows[0]!
    const criterion = rubric?.criteria.find((candidate) => candidate.key === first.criterion)
    const ordered = [...rows].sort((a, b) => a.part! - b.part!)
    return (
      <Paper key={key} className="sheet" p="sm">
        <Text size="sm" fw={600}>{criterion?.title ?? first.criterion}{first.response !== null && ` ${letter(first.response)}`}</Text>
        <Text size="xs" c="dimmed" mb={6}>{criterion?.kind === 'turns' ? 'Turn by turn' : 'Step by step'}</Text>
        <ol className={classes.partList} tabIndex={0} aria-label={`Consensus on ${criterion?.title ?? first.criterion}`}>
          {ordered.map((row) => <li key={row.part} value={row.part! + 1}>{classWords(criterion, row.answer)} <Text span size="xs" c="dimmed" className="tabular">{probabilityWord(row.probability)}</Text></li>)}
        </ol>
      </Paper>
    )
  })
}
