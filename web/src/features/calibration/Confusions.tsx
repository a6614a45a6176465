import { Stack, Text, Title } from '@mantine/core'
import type { RoundAgreement } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import judged from '~/ui/judged/Judged.module.css'
import { classWords } from '~/ui/judged/words'

type Props = { lines: RoundAgreement['criteria']; criterionOf: (key: string) => Criterion | undefined }

/** For each question what people said where the standard says something: the diagonal agrees. */
export function Confusions({ lines, criterionOf }: Props) {
  const tables = lines.filter((line) => line.confusion.some((row) => Object.keys(row.given).some((answer) => answer !== row.standard)))
  if (tables.length === 0) return null
  return (
    <section aria-labelledby="confusion-title">
      <Title order={3} fz="h4" id="confusion-title">What is taken for what</Title>
      <Text size="sm" c="dimmed" mb="sm">Rows: the standard. Columns: what people said.</Text>
      <Stack gap="md">{tables.map((line) => {
        const criterion = criterionOf(line.criterion)
        const answers = [...new Set(line.confusion.flatMap((row) => [row.standard, ...Object.keys(row.given)]))].sort(byPlace(criterion))
        const word = (answer: string) => (answer === '' ? 'nothing' : classWords(criterion, answer))
        return (
          <div key={line.criterion}>
            <Text size="sm" fw={500} mb={4}>{criterion?.title ?? line.criterion}</Text>
            <div className={judged.scroll} tabIndex={0} role="region" aria-label={`What is taken for what: ${criterion?.title ?? line.criterion}`}>
              <table className={judged.table}>
                <thead><tr><th scope="col">Standard</th>{answers.map((answer) => <th key={answer} scope="col">{word(answer)}</th>)}</tr></thead>
                <tbody>{[...line.confusion].sort((a, b) => answers.indexOf(a.standard) - answers.indexOf(b.standard)).map((row) => (
                  <tr key={row.question + row.standard}><th scope="row">{row.question.includes('#') ? `${row.question.split('#')[1]}: ` : ''}{word(row.standard)}</th>
                    {answers.map((answer) => <td key={answer} className="tabular">{row.given[answer] ? (answer === row.standard ? <strong>{row.given[answer]}</strong> : row.given[answer]) : <Text span c="dimmed" size="sm">0</Text>}</td>)}</tr>
                ))}</tbody>
              </table>
            </div>
          </div>
        )
      })}</Stack>
    </section>
  )
}

/** In the order in which the question offers its answers. */
const byPlace = (criterion: Criterion | undefined) => (a: string, b: string) => {
  const options = criterion?.options?.map((option) => option.value) ?? []
  return options.includes(a) && options.includes(b) ? options.indexOf(a) - options.indexOf(b) : a.localeCompare(b, undefined, { numeric: true })
}
