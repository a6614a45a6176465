import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { askFor, type AskedOf, type RoundCard } from '~/api/rounds'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Fault } from '~/ui/Fault'
import { AnchorLink } from '~/ui/links'
import { skillWord } from './words'

const choices = [{ value: 'NOBODY', label: 'Nobody' }, { value: 'NEWCOMERS', label: 'Newcomers' }, { value: 'EVERYBODY', label: 'Everybody' }]

/** Of whom a round is asked before paid work. */
export function AskChoice({ projectId, round }: { projectId: string; round: RoundCard }) {
  const queryClient = useQueryClient()
  const asking = useMutation({
    mutationFn: (of: AskedOf) => askFor(projectId, round.id, of),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['rounds', projectId] })
      await queryClient.invalidateQueries({ queryKey: ['assessments', projectId] })
      await queryClient.invalidateQueries({ queryKey: ['round', round.id] })
    },
  })
  return (
    <>
      <SegmentedControl aria-label={`Of whom “${round.sheet.title}” is asked`} data={choices} value={asking.variables && asking.isPending ? asking.variables : round.askedOf ?? 'NOBODY'}
        disabled={asking.isPending || round.state !== 'OPEN'} onChange={(of) => asking.mutate(of as AskedOf)} />
      <Fault error={asking.error} />
    </>
  )
}

/** Which assessments of the installation a project asks for; one passed elsewhere counts here. */
export function AskedAssessments({ projectId, assessments }: { projectId: string; assessments: RoundCard[] }) {
  const open = assessments.filter((one) => one.state === 'OPEN')
  return (
    <Paper component="section" className="sheet" p="lg" mt="xl" aria-labelledby="ask-title">
      <Title order={3} fz="h4" id="ask-title">Assessments asked before paid work</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">They belong to the installation: whoever passed one in another project need not take it again. Newcomers are those who accept your terms from now on.</Text>
      {open.length === 0
        ? <Text size="sm">There are no open assessments. <AnchorLink to="/assessments" size="sm" underline="always">To the assessments</AnchorLink></Text>
        : (
          <CardTable least={480} verticalSpacing="xs" heads={<><Head>Assessment</Head><Head>Asked of</Head></>}>{open.map((one) => (
            <Row key={one.id}>
              <Cell><Stack gap={0}><Text size="sm" fw={500}>{one.sheet.title}</Text><Text size="xs" c="dimmed">{one.sheet.skill && skillWord[one.sheet.skill]}</Text></Stack></Cell>
              <Cell under="Asked of"><AskChoice projectId={projectId} round={one} /></Cell>
            </Row>
          ))}
          </CardTable>
        )}
    </Paper>
  )
}
