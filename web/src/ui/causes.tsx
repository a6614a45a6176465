import type { VersionCause } from '~/api/guidelineDesk'
import { AnchorLink } from './links'

export const causeKinds: Record<VersionCause['kind'], { word: string; color: string }> = {
  FLAG: { word: 'Flag', color: 'gold' }, CRITERION: { word: 'Low agreement', color: 'clay' }, GOLD: { word: 'Contested answer', color: 'clay' }, GAP: { word: 'Gap found in calibration', color: 'gold' },
}

/** Back to where a doubt was raised. */
export function CauseLink({ projectId, cause }: { projectId: string; cause: VersionCause }) {
  switch (cause.kind) {
    case 'FLAG': return <AnchorLink to="/projects/$projectId/cases/$caseId" params={{ projectId, caseId: cause.subject }} size="xs" underline="always">Open the case</AnchorLink>
    case 'GOLD': return <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: cause.subject }} size="xs" underline="always">Open the item</AnchorLink>
    case 'GAP': return <AnchorLink to="/projects/$projectId/calibration/attempts/$attemptId" params={{ projectId, attemptId: cause.subject.split('/')[0]! }} size="xs" underline="always">Open what was said</AnchorLink>
    case 'CRITERION': return <AnchorLink to="/projects/$projectId/quality/agreement/$criterion" params={{ projectId, criterion: cause.subject }} search={cause.version ? { to: cause.version - 1 } : {}} size="xs" underline="always">See where they differ</AnchorLink>
  }
}
