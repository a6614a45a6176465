import type { Lane, Share } from '~/api/lanes'
import { percent } from '~/lib/format'

/** What a lane asks of its trainers, one phrase each. */
export function asks(lane: Lane): string[] {
  const { language, skill, credential, goldAtLeast } = lane.ask
  const found: string[] = []
  if (language) found.push(`speaks ${language}`)
  if (skill) found.push(`knows ${skill}`)
  if (credential) found.push(`passed “${credential.title}”`)
  if (goldAtLeast != null) found.push(`agrees with known answers in ${percent(goldAtLeast)} or more, by the whole interval`)
  return found
}

const reasons: Record<NonNullable<Share['why']>, string> = {
  NO_TASKS_YET: 'the project had no tasks', ALL_TAKEN: 'everything open was with others', ALL_SEEN: 'had seen all that was open',
  SENSITIVE: 'only sensitive tasks were left', NOT_YOUR_LANE: 'what was left asked for something else', PAUSED: 'the project was paused', CLOSED: 'the project was closed',
  RESTRICTED: 'restricted', ACKNOWLEDGE: 'the guideline was not read', CALIBRATE: 'something was still to be passed', NOT_A_MEMBER: 'had not joined',
  NOT_ASSIGNED: 'nothing was assigned', SHARE_REACHED: 'had judged their whole share', DONE: 'everything was done',
}

export const reasonWord = (code: NonNullable<Share['why']>) => reasons[code]
