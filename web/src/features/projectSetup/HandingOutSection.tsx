import { NumberInput, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { changeProject } from '~/api/projectDesk'
import type { Project, Settings } from '~/api/types'
import { Section } from './Section'
import { faultAt } from './TermsForm'
import { useSectionDraft } from './useSectionDraft'

export function HandingOutSection({ project }: { project: Project }) {
  const handing = useSectionDraft(project.id, project.settings, (draft) => changeProject(project.id, { settings: draft }), 'The settings are saved.')
  const set = (change: Partial<Settings>) => handing.set({ ...handing.draft, ...change })
  const { wanted, goldRate, leaseMinutes, routing, sensitivePerDay, reviseMinutes } = handing.draft
  const given = (apply: (value: number) => void) => (value: string | number) => value !== '' && apply(Number(value))
  return (
    <Section title="Handing out work" error={handing.error} save={handing.save('Save the settings')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        <NumberInput label="Judgments wanted per item" description="For items that do not say their own number." min={1} max={100} allowDecimal={false} value={wanted}
          onChange={given((value) => set({ wanted: value }))} error={faultAt(handing.error, 'settings.wanted')} />
        <NumberInput label="Gold rate" description="Share of tasks with a known answer." min={0} max={100} suffix=" %" decimalScale={1} value={Math.round(goldRate * 1000) / 10}
          onChange={given((value) => set({ goldRate: Math.round(value * 10) / 1000 }))} error={faultAt(handing.error, 'settings.goldRate')} />
        <NumberInput label="Lease time" description="How long one task may be held." min={1} max={10080} allowDecimal={false} suffix=" minutes" value={leaseMinutes}
          onChange={given((value) => set({ leaseMinutes: value }))} error={faultAt(handing.error, 'settings.leaseMinutes')} />
        <NumberInput label="Sensitive tasks a day" description="At most so many for one person." min={0} max={1000} allowDecimal={false} value={sensitivePerDay}
          onChange={given((value) => set({ sensitivePerDay: value }))} error={faultAt(handing.error, 'settings.sensitivePerDay')} />
        <NumberInput label="Time to revise" description="How long a judgment may be changed by who made it; 0 for never." min={0} max={10080} allowDecimal={false} suffix=" minutes" value={reviseMinutes}
          onChange={given((value) => set({ reviseMinutes: value }))} error={faultAt(handing.error, 'settings.reviseMinutes')} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">{goldRate === 0
        ? 'Without gold nobody’s agreement with known answers can be measured.'
        : `About one task in ${Math.max(1, Math.round(1 / goldRate))} has a known answer. Nobody can tell which.`}</Text>
      <Radio.Group label="Who gets which item" value={routing} onChange={(value) => set({ routing: value as Settings['routing'] })}>
        <Stack gap="xs" mt={6}>
          <Radio value="OPEN" label="Open queue" description="Everybody who joined takes the next item they have not seen." />
          <Radio value="ASSIGNED" label="Assigned only" description="People get only the items assigned to them through the API or the command line." />
        </Stack>
      </Radio.Group>
    </Section>
  )
}
