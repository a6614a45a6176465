import type { AuditEntry } from '~/api/projectDesk'

/** 'terms.announced' reads as 'Terms announced'. */
export function actionWord(action: string): string {
  const words = action.replace(/[._-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Details as lines a person can read; a value that changed is shown as 'before → after', ids are left out. */
export function detailsOf(entry: Pick<AuditEntry, 'detail'>): [string, string][] {
  if (entry.detail === null || entry.detail === undefined) return []
  if (typeof entry.detail !== 'object') return [['', String(entry.detail)]]
  return Object.entries(entry.detail).filter(([, value]) => !isId(value) && value !== '')
    .flatMap(([name, value]) => (isChange(value) ? changesIn(value) : [[nameWord(name), said(value)] as [string, string]]))
}

type Change = { before: Record<string, unknown>; after: Record<string, unknown> }

function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null
  return typeof change === 'object' && change !== null && typeof change.before === 'object' && typeof change.after === 'object' && change.before !== null && change.after !== null
}

function changesIn({ before, after }: Change): [string, string][] {
  return Object.keys(after).filter((name) => said(before[name]) !== said(after[name])).map((name) => [nameWord(name), `${said(before[name])} → ${said(after[name])}`])
}

function said(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(said).join(', ') || 'nothing'
  if (typeof value === 'object') return Object.entries(value).map(([name, part]) => `${nameWord(name)} ${said(part)}`).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) ? value.toLowerCase().replaceAll('_', ' ') : String(value)
}

/** 'goldRate' reads as 'gold rate'. */
function nameWord(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
}
