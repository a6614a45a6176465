import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { ItemText } from './items'
import type { Answer, Answers, Items, Money, Rubric, Schemas, ShownItem } from './types'

export type RoundKind = Schemas['RoundCard']['kind']
export type PassRule = { share: number; eachCriterion: boolean; attempts: number; waitHours: number }
export type Skill = 'WRITING' | 'RUBRIC' | 'ACCURACY'
/** What anybody can read before they begin. */
export type Sheet = {
  title: string; about: string; rule: PassRule | null; rate: Money | null; draw: number | null; returning: number | null; minutes: number; skill: Skill | null
}
export type AttemptState = Schemas['OwnAttempt']['state']
export type OwnPart = Schemas['OwnPart']
export type AskedOf = 'NOBODY' | 'NEWCOMERS' | 'EVERYBODY'
export type RoundCard = Omit<Schemas['RoundCard'], 'sheet'> & { sheet: Sheet }
export type SetText = ItemText
export type Standard = { version: number; answers: Answers; explanations: Record<string, string>; reason: string | null; by: string; at: string }
export type SetItem = { id: string; source: string | null; text: SetText; standard: Standard | null }
export type Round = { card: RoundCard; rubric: Rubric; items: SetItem[]; participants: Schemas['Participant'][] }
export type NewSetItem = { source?: string; text?: SetText; answers?: Answers; explanations?: Record<string, string> }

export type Thread = Schemas['ThreadView']
export type Outcome = 'LEARNED' | 'STANDARD_CORRECTED' | 'GUIDELINE_GAP' | 'MARK_CORRECTED'
export type Revealed = {
  version: number; standard: Answers; explanations: Record<string, string>; correction: string | null; shares: Record<string, number | null>
  setAside: string[]; marks: Schemas['MarkView'][]; threads: Thread[]
}
export type Asked = { position: number; item: ShownItem; answers: Answers; revision: number; done: boolean; revealed: Revealed | null }
export type Attempt = Omit<Schemas['AttemptView'], 'rubric' | 'items' | 'sheet'> & { rubric: Rubric; items: Asked[]; sheet: Sheet }
export type ListedAttempt = Schemas['ListedAttempt']
export type RoundAgreement = Schemas['RoundAgreementView']

export const roundsQuery = (projectId: string) => queryOptions({
  queryKey: ['rounds', projectId],
  queryFn: ({ signal }) => http.get<Items<RoundCard>>(`/projects/${projectId}/rounds`, signal),
})
/** Assessments of the installation; within a project they say of whom it asks them. */
export const assessmentsQuery = (projectId: string | null) => queryOptions({
  queryKey: ['assessments', projectId],
  queryFn: ({ signal }) => http.get<Items<RoundCard>>(projectId ? `/projects/${projectId}/assessments` : '/assessments', signal),
})
export const roundQuery = (roundId: string) => queryOptions({
  queryKey: ['round', roundId],
  queryFn: ({ signal }) => http.get<Round>(`/rounds/${roundId}`, signal),
})
export const attemptQuery = (attemptId: string) => queryOptions({
  queryKey: ['attempt', attemptId],
  queryFn: ({ signal }) => http.get<Attempt>(`/attempts/${attemptId}`, signal),
})
export const roundAttemptsQuery = (roundId: string) => queryOptions({
  queryKey: ['round', roundId, 'attempts'],
  queryFn: ({ signal }) => http.get<Items<ListedAttempt>>(`/rounds/${roundId}/attempts`, signal),
})
export const roundAgreementQuery = (roundId: string) => queryOptions({
  queryKey: ['round', roundId, 'agreement'],
  queryFn: ({ signal }) => http.get<RoundAgreement>(`/rounds/${roundId}/agreement`, signal),
})

export const createRound = (projectId: string | null, body: { kind: RoundKind; sheet: Sheet; rubric?: Rubric }) =>
  http.post<Round>(projectId ? `/projects/${projectId}/rounds` : '/assessments', body)
export const changeSheet = (roundId: string, sheet: Sheet) => http.put<Round>(`/rounds/${roundId}`, sheet)
export const deleteRound = (roundId: string) => http.delete<void>(`/rounds/${roundId}`)
export const addSetItems = (roundId: string, items: NewSetItem[]) => http.post<Round>(`/rounds/${roundId}/items`, { items })
export const setStandard = (roundId: string, itemId: string, standard: { answers: Answers; explanations: Record<string, string> }) =>
  http.put<Round>(`/rounds/${roundId}/items/${itemId}/standard`, standard)
export const removeSetItem = (roundId: string, itemId: string) => http.delete<Round>(`/rounds/${roundId}/items/${itemId}`)
export const chooseParticipants = (roundId: string, people: string[]) => http.put<Round>(`/rounds/${roundId}/participants`, { people })
export const goldFromRound = (roundId: string, itemId: string, gold: { answers: Answers; explanation: string }) => http.put<{ item: string }>(`/rounds/${roundId}/items/${itemId}/gold`, gold)
export const exampleFromRound = (roundId: string, itemId: string, example: { title: string; text: string }) => http.post<void>(`/rounds/${roundId}/items/${itemId}/example`, example)
export const openRound = (roundId: string) => http.post<Round>(`/rounds/${roundId}/opening`)
export const closeRound = (roundId: string) => http.post<Round>(`/rounds/${roundId}/closure`)
export const renewRound = (roundId: string, returning: number) => http.post<Round>(`/rounds/${roundId}/renewal`, { returning })
export const askFor = (projectId: string, roundId: string, of: AskedOf) => http.put<void>(`/projects/${projectId}/rounds/${roundId}/requirement`, { of })

export const beginAttempt = (roundId: string) => http.post<Attempt>(`/rounds/${roundId}/attempts`)
export const saveAnswer = (attemptId: string, position: number, typed: { answers: Answers; revision: number; done: boolean }, keepalive = false) =>
  http.put<Attempt>(`/attempts/${attemptId}/answers/${position}`, typed, { keepalive })
export const handInAttempt = (attemptId: string) => http.post<Attempt>(`/attempts/${attemptId}/submission`)

const at = (attemptId: string, position: number, criterion: string) => `/attempts/${attemptId}/items/${position}/${encodeURIComponent(criterion)}`
export const sayAbout = (attemptId: string, position: number, criterion: string, text: string) => http.post<Attempt>(`${at(attemptId, position, criterion)}/messages`, { text })
export const settle = (attemptId: string, position: number, criterion: string, ending: { outcome: Outcome; note: string; answer?: Answer; explanation?: string; share?: number }) =>
  http.put<Attempt>(`${at(attemptId, position, criterion)}/outcome`, ending)
export const markText = (attemptId: string, position: number, criterion: string, mark: { share: number; note: string }) =>
  http.put<Attempt>(`${at(attemptId, position, criterion)}/mark`, mark)
export const decideAttempt = (attemptId: string, reason: string) => http.post<Attempt>(`/attempts/${attemptId}/decision`, { reason })
