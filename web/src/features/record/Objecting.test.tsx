import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Decision, OwnJudgment } from '~/api/types'
import { show } from '~/test/render'
import { server, SignedIn } from '~/test/session'
import { Decisions } from './Decisions'
import { Dispute } from './Dispute'

const judgment = { id: 'j1', dispute: null, disputable: true } as unknown as OwnJudgment
const decision = { id: 'd1', action: 'RESTRICTED', at: '2026-11-01T00:00:00Z', until: null, rule: '', reason: '', evidence: [], appeal: null, decidedBy: null } as unknown as Decision
const dispute = () => show(<SignedIn><Dispute judgment={judgment} projectId="p1" /></SignedIn>)
const appeal = () => show(<SignedIn><Decisions projectId="p1" decisions={[decision]} /></SignedIn>)

test.each([['Dispute this', dispute, 'Send', '/judgments/j1/dispute'], ['Appeal', appeal, 'Send the appeal', '/decisions/d1/appeal']] as const)(
  '%s: what was begun stands there after a reload, and is gone once it is sent', async (door, open, send, path) => {
    const sent = server('maya', { [path]: {} })
    const first = open()
    await userEvent.click(await screen.findByRole('button', { name: door }))
    await userEvent.type(screen.getByRole('textbox'), 'The guideline says otherwise.')
    first.unmount()
    const second = open()
    expect(await screen.findByRole('textbox')).toHaveValue('The guideline says otherwise.')
    await userEvent.click(screen.getByRole('button', { name: send }))
    await expect.poll(() => Object.keys(localStorage).filter((key) => key.includes('text.'))).toEqual([])
    expect(sent).toHaveLength(1)
    second.unmount()
    open()
    expect(await screen.findByRole('button', { name: door })).toBeTruthy()
  })
