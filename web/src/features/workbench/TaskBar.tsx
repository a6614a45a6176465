import { ActionIcon, Button, Group, Menu, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowsDiff, IconArrowsMaximize, IconBook2, IconBulb, IconChevronLeft, IconClockPlus, IconColumns2, IconDots, IconFlag, IconKeyboard, IconLink, IconPlayerTrackNext } from '@tabler/icons-react'
import type { Lease, Work } from '~/api/types'
import { clock, count, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { shownKey, type Action, type KeyMap } from '~/lib/keys'
import type { ItemOptions } from '~/ui/item/ItemView'
import { AnchorLink } from '~/ui/links'
import classes from './TaskBar.module.css'
import type { LeaseClock } from './useLease'

type Props = {
  lease: Lease; today: Work['today']; held: LeaseClock; active: { seconds: number; idle: boolean }; options: ItemOptions; map: KeyMap; run: Record<Action, () => void>
}

/** What these figures mean is no secret of those who have a mouse. */
const byTouchToo = { hover: true, focus: true, touch: true }

/** Whose work this is, what it pays, how long it is reserved, and the ways to look at it. */
export function TaskBar({ lease, today, held, active, options, map, run }: Props) {
  const n = lease.item.responses.length
  const toggle = (action: Action, label: string, on: boolean, icon: React.ReactNode) => (
    <Tooltip label={<>{label} <kbd>{shownKey(map[action])}</kbd></>}>
      <ActionIcon variant={on ? 'light' : 'subtle'} color={on ? 'pine' : 'gray'} size="lg" aria-pressed={on} aria-label={label} onClick={run[action]}>{icon}</ActionIcon>
    </Tooltip>
  )
  return (
    <div className={classes.bar}>
      <Group gap="xs" wrap="nowrap" className={classes.name}>
        <AnchorLink to="/projects/$projectId" params={{ projectId: lease.projectId }} className={classes.back} aria-label={t('Back to {project}', { project: lease.projectName })}><IconChevronLeft size={18} aria-hidden /></AnchorLink>
        <Text fw={600} size="sm" truncate>{lease.projectName}</Text>
      </Group>
      <dl className={classes.facts}>
        <div><dt>{t('This task')}</dt><dd>{money(lease.price)}</dd></div>
        <div><dt>{t('Today')}</dt><dd>{count(today.count, 'task')}, {money(today.earned)}</dd></div>
        <Tooltip events={byTouchToo} label={t('Counts while you work. It stops after 60 seconds without a key, a click or a scroll, and while this page is hidden.')}>
          <div tabIndex={0}><dt>{t('Active')}</dt><dd data-idle={active.idle || undefined}>{clock(active.seconds)}{active.idle ? t(' (paused)') : ''}</dd></div>
        </Tooltip>
        <div>
          <dt>{t('Reserved')}</dt>
          <dd data-short={held.secondsLeft < 120 || undefined}>
            <Tooltip events={byTouchToo} multiline maw={320} label={<>{t('How long this task stays reserved for you, by the server\'s clock. It is renewed while you work.')} {t('More time for this task')} <kbd>{shownKey(map.renew)}</kbd></>}>
              <UnstyledButton className={classes.clock} onClick={run.renew} aria-label={t('Reserved: {time}. More time for this task', { time: held.lost ? t('over') : clock(held.secondsLeft) })}>{held.lost ? t('over') : clock(held.secondsLeft)}</UnstyledButton>
            </Tooltip>
          </dd>
        </div>
      </dl>
      <Group gap={2} wrap="nowrap" className={classes.tools}>
        <Group gap={2} wrap="nowrap" className={classes.views}>
          {n === 2 && toggle('differences', t('Word differences'), options.differences, <IconArrowsDiff size={18} aria-hidden />)}
          {n > 1 && toggle('together', t('Scroll together'), options.together, <IconLink size={18} aria-hidden />)}
          {n > 1 && toggle('tabs', t('One at a time'), options.tabs, <IconColumns2 size={18} aria-hidden />)}
          {toggle('whole', t('Unfold everything'), options.whole, <IconArrowsMaximize size={18} aria-hidden />)}
        </Group>
        <Tooltip label={<>{t('Guideline and rubric')} <kbd>{shownKey(map.guideline)}</kbd></>}><Button size="compact-sm" h={32} fw={500} variant="subtle" color="gray" leftSection={<IconBook2 size={17} aria-hidden />} onClick={run.guideline} className={classes.worded}>{t('Guideline')}</Button></Tooltip>
        <Tooltip label={<>{t('Flag a problem')} <kbd>{shownKey(map.flag)}</kbd></>}><Button size="compact-sm" h={32} fw={500} variant="subtle" color="gray" leftSection={<IconFlag size={17} aria-hidden />} onClick={run.flag} className={classes.worded}>{t('Flag')}</Button></Tooltip>
        <Tooltip label={<>{t('Skip with a reason')} <kbd>{shownKey(map.skip)}</kbd></>}><Button size="compact-sm" h={32} fw={500} variant="subtle" color="gray" leftSection={<IconPlayerTrackNext size={17} aria-hidden />} onClick={run.skip} className={classes.worded}>{t('Skip')}</Button></Tooltip>
        <Tooltip label={<>{t('Keys')} <kbd>{shownKey(map.sheet)}</kbd></>}><ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('Keys')} onClick={run.sheet} className={classes.worded}><IconKeyboard size={18} aria-hidden /></ActionIcon></Tooltip>
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon className={classes.more} variant="subtle" color="gray" size="lg" aria-label={t('More actions')}><IconDots size={18} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconBook2 size={16} aria-hidden />} onClick={run.guideline}>{t('Guideline and rubric')}</Menu.Item>
            <Menu.Item leftSection={<IconBulb size={16} aria-hidden />} onClick={run.examples}>{t('Examples of the guideline')}</Menu.Item>
            <Menu.Item leftSection={<IconFlag size={16} aria-hidden />} onClick={run.flag}>{t('Flag a problem')}</Menu.Item>
            <Menu.Item leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={run.skip}>{t('Skip with a reason')}</Menu.Item>
            <Menu.Item leftSection={<IconClockPlus size={16} aria-hidden />} onClick={run.renew}>{t('More time for this task')}</Menu.Item>
            {n === 2 && <Menu.Item leftSection={<IconArrowsDiff size={16} aria-hidden />} onClick={run.differences}>{options.differences ? t('Hide word differences') : t('Word differences')}</Menu.Item>}
            <Menu.Item leftSection={<IconArrowsMaximize size={16} aria-hidden />} onClick={run.whole}>{options.whole ? t('Fold long texts') : t('Unfold everything')}</Menu.Item>
            <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={run.sheet}>{t('Keys')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </div>
  )
}
