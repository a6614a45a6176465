import { Checkbox, NumberInput, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { changeAllWanted } from '~/api/items'
import { changeProject } from '~/api/projectDesk'
import type { Project, Settings } from '~/api/types'
import { Section } from './Section'
import { faultAt } from './TermsForm'
import { useSectionDraft } from './useSectionDraft'

export function HandingOutSection({ project }: { project: Project }) {
  const [alsoHere, setAlsoHere] = useState(false)
  const handing = useSectionDraft(project.id, project.settings, async (draft) => {
    const changed = await changeProject(project.id, { settings: draft })
    if (alsoHere && draft.wanted !== project.settings.wanted) await changeAllWanted(project.id, project.settings.wanted, draft.wanted)
    setAlsoHere(false)
    return changed
  }, 'The settings are saved.')
  const set = (change: Partial<Settings>) => handing.set({ ...handing.draft, ...change })
  const { wanted, goldRate, leaseMinutes, routing, sensitivePerDay, reviseMinutes, mostPerPerson, mostPercent } = handing.draft
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
      {wanted !== project.settings.wanted && (
        <Checkbox checked={alsoHere} onChange={(event) => setAlsoHere(event.currentTarget.checked)} label="For the items that are here too"
          description={`Those that ask for ${project.settings.wanted} will ask for ${wanted}, judged or not; items with a number of their own keep it.`} />
      )}
      <Text size="sm" c="dimmed">{goldRate === 0
        ? 'Without gold nobody’s agreement with known answers can be measured.'
        : `About one task in ${Math.max(1, Math.round(1 / goldRate))} has a known answer. Nobody can tell which.`}</Text>
      <Radio.Group label="Who gets which item" value={routing} onChange={(value) => set({ routing: value as Settings['routing'] })}>
        <Stack gap="xs" mt={6}>
          <Radio value="OPEN" label="Open queue" description="Everybody who joined takes the next item they have not seen." />
          <Radio value="ASSIGNED" label="Assigned only" description="People get only the items assigned to them on the routing page, item by item, or through the API." />
        </Stack>
      </Radio.Group>
      {routing === 'OPEN' && (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
          <NumberInput label="Tasks for one person at most" description="0 for as many as there are." min={0} max={1_000_000} allowDecimal={false} value={mostPerPerson}
            onChange={given((value) => set({ mostPerPerson: value }))} error={faultAt(handing.error, 'settings.mostPerPerson')} />
          <NumberInput label="Share of one person at most" description="Of all judgments wanted; 0 for no limit. With both the lower holds." min={0} max={100} allowDecimal={false} suffix=" %" value={mostPercent}
            onChange={given((value) => set({ mostPercent: value }))} error={faultAt(handing.error, 'settings.mostPercent')} />
        </SimpleGrid>
      )}
    </Section>
  )
}
