import { Button, Group, List, NumberInput, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { confirmGold, orderRecheck, rechecksQuery, type Rechecks, type RecheckScope, type RecheckWish } from '~/api/guidelineDesk'
import { projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { GuidelineVersion } from '~/api/types'
import { count, moment, money, percent } from '~/lib/format'
import { Confirm } from '~/ui/confirm'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { ratesOf } from '~/ui/figures/ratesOf'
import classes from './GuidelinePage.module.css'

/** After a breaking change: judging again what was judged before it, with its price beforehand. */
export function RecheckSection({ projectId, guideline }: { projectId: string; guideline: GuidelineVersion }) {
  const current = useQuery(projectQuery(projectId)).data?.guidelineVersion
  const all = useQuery(rechecksQuery(projectId, { scope: 'ALL' }))
  if (current !== guideline.version || !all.data || (all.data.cost.items === 0 && all.data.ordered.length === 0 && all.data.outdatedGold === 0)) return null
  return (
    <section className={classes.recheck} aria-labelledby="recheck-title">
      <Title order={2} fz="h4" id="recheck-title">Recheck</Title>
      {all.data.cost.items > 0
        ? <Order projectId={projectId} guideline={guideline} />
        : <Text size="sm" c="dimmed">Nothing stands as it was judged before the last breaking change.</Text>}
      {all.data.outdatedGold > 0 && <OutdatedGold projectId={projectId} n={all.data.outdatedGold} />}
      <Ordered ordered={all.data.ordered} guideline={guideline} />
    </section>
  )
}

function Order({ projectId, guideline }: { projectId: string; guideline: GuidelineVersion }) {
  const queryClient = useQueryClient()
  const manages = useMayOrder(projectId)
  const [scope, setScope] = useState<RecheckScope>('ALL')
  const [share, setShare] = useState(10)
  const [criterion, setCriterion] = useState(guideline.rubric.criteria[0]?.key ?? '')
  const [asking, dialog] = useDisclosure(false)
  const wish: RecheckWish = scope === 'SAMPLE' ? { scope, share: share / 100 } : scope === 'CRITERION' ? { scope, criterion } : { scope }
  const plan = useQuery(rechecksQuery(projectId, wish))
  const ordering = useMutation({
    mutationFn: () => orderRecheck(projectId, wish),
    onSuccess: async (recheck) => {
      dialog.close()
      notifications.show({ message: `${count(recheck.items, 'item')} went back to the queue.` })
      await Promise.all([['rechecks', projectId], ['items', projectId], ['overview', projectId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  return (
    <Stack gap="sm">
      <Text size="sm">Some items were judged before the last breaking change only. Those judgments stay, and are scored by the version they were made under. To have answers under this version, send the items to the queue again; trainers who saw them may get them once more.</Text>
      <Radio.Group label="Judge again" value={scope} onChange={(value) => setScope(value as RecheckScope)}>
        <Stack gap={6} mt={4}>
          <Radio value="ALL" label="Everything" />
          <Radio value="SAMPLE" label="A sample" />
          <Radio value="CRITERION" label="What answers one question" />
        </Stack>
      </Radio.Group>
      {scope === 'SAMPLE' && <NumberInput label="Share of the items" suffix=" %" min={1} max={100} w={160} value={share} onChange={(value) => setShare(Math.min(100, Math.max(1, Number(value) || 1)))} />}
      {scope === 'CRITERION' && <Select label="Question" maw={380} allowDeselect={false} value={criterion} data={guideline.rubric.criteria.map((one) => ({ value: one.key, label: one.title }))} onChange={(value) => setCriterion(value ?? '')} />}
      <Loaded query={plan} lines={1}>
        {({ cost }) => (
          <Group justify="space-between" gap="sm">
            <Text size="sm" aria-live="polite"><b>{price(cost)}</b> for {count(cost.places, 'judgment')} of {count(cost.items, 'item')}, {ratesOf(cost.people)}.</Text>
            {manages && <Button variant="default" disabled={cost.items === 0} onClick={dialog.open}>Order the recheck</Button>}
          </Group>
        )}
      </Loaded>
      {!manages && <Text size="sm" c="dimmed">A manager of the project can order it.</Text>}
      {plan.data && (
        <Confirm opened={asking} title="Order the recheck?" action="Order it" pending={ordering.isPending} error={ordering.error} onClose={dialog.close} onConfirm={() => ordering.mutate()}>
          {count(plan.data.cost.items, 'item')} go back to the queue for {count(plan.data.cost.places, 'judgment')}. This costs {price(plan.data.cost)}, paid as the judgments come in. Every trainer gets a message.
        </Confirm>
      )}
    </Stack>
  )
}

/** What a place costs is what the person who takes it accepted, so two bounds are honest where rates differ. */
function price({ least, most }: Rechecks['cost']): string {
  return least.minor === most.minor ? money(most) : `${money(least)} to ${money(most)}`
}

function OutdatedGold({ projectId, n }: { projectId: string; n: number }) {
  const queryClient = useQueryClient()
  const [unfit, setUnfit] = useState<string[]>([])
  const [asking, dialog] = useDisclosure(false)
  const confirming = useMutation({
    mutationFn: () => confirmGold(projectId),
    onSuccess: async (found) => {
      dialog.close()
      setUnfit(found.unfit)
      notifications.show({ message: `${count(found.confirmed, 'known answer')} ${found.confirmed === 1 ? 'counts' : 'count'} again.` })
      await queryClient.invalidateQueries({ queryKey: ['rechecks', projectId] })
    },
  })
  return (
    <Stack gap={6} mt="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 300px">{count(n, 'known answer')} {n === 1 ? 'was' : 'were'} given before the last breaking change and {n === 1 ? 'scores' : 'score'} nobody until somebody says that {n === 1 ? 'it still holds' : 'they still hold'}.</Text>
        <Button variant="default" onClick={() => { confirming.reset(); dialog.open() }}>{n === 1 ? 'It still holds' : 'All of them still hold'}</Button>
      </Group>
      <Confirm opened={asking} title={n === 1 ? 'Does it still hold?' : 'Do all of them still hold?'} action={n === 1 ? 'Confirm it' : `Confirm all ${n}`} pending={confirming.isPending} error={confirming.error}
        onClose={dialog.close} onConfirm={() => confirming.mutate()}>
        {n === 1 ? 'The known answer is' : `All ${n} known answers are`} taken as right under the version in force, and {n === 1 ? 'scores' : 'score'} trainers again from now on. This is not taken back by a click: a wrong one is changed at its item. What no longer fits the questions is left out and named afterwards. The items with a known answer are marked Gold in the <AnchorLink to="/projects/$projectId/items" params={{ projectId }} size="sm" underline="always">list of items</AnchorLink>.
      </Confirm>
      {unfit.length > 0 && (
        <Text size="sm" component="div">These no longer fit the questions and need their answer anew:{' '}
          {unfit.map((item, i) => <span key={item}>{i > 0 && ', '}<AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: item }} size="sm" underline="always">item {i + 1}</AnchorLink></span>)}</Text>
      )}
    </Stack>
  )
}

function useMayOrder(projectId: string): boolean {
  const owner = useAccount()?.owner ?? false
  return (useQuery(projectQuery(projectId)).data?.roles.includes('MANAGER') ?? false) || owner
}

function Ordered({ ordered, guideline }: { ordered: Rechecks['ordered']; guideline: GuidelineVersion }) {
  if (ordered.length === 0) return null
  const title = (key: string | null) => guideline.rubric.criteria.find((one) => one.key === key)?.title ?? key
  return (
    <List size="sm" mt="sm" spacing={4}>
      {ordered.map((one) => (
        <List.Item key={one.id}>
          {one.scope === 'ALL' ? 'Everything' : one.scope === 'SAMPLE' ? `A sample of ${percent(one.share ?? 0)}` : `What answers ‘${title(one.criterion)}’`}, under version {one.version}: {count(one.items, 'item')}, {count(one.places, 'judgment')}, at most {money(one.most)}.
          <Text span size="xs" c="dimmed"> {one.orderedBy}, {moment(one.orderedAt)}</Text>
        </List.Item>
      ))}
    </List>
  )
}
