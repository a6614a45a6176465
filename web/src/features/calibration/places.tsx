import type { ReactNode } from 'react'
import { t } from '~/lib/i18n'
import { AnchorLink, ButtonLink } from '~/ui/links'

type Place = { projectId: string | null; children: ReactNode }

/** A round's pages stand under its project; an assessment's stand by themselves. */
export function RoundLink({ projectId, roundId, children }: Place & { roundId: string }) {
  return projectId
    ? <ButtonLink variant="default" to="/projects/$projectId/calibration/$roundId" params={{ projectId, roundId }}>{children}</ButtonLink>
    : <ButtonLink variant="default" to="/assessments/$roundId" params={{ roundId }}>{children}</ButtonLink>
}

export function AttemptButton({ projectId, attemptId, children, quiet = false }: Place & { attemptId: string; quiet?: boolean }) {
  const variant = quiet ? 'default' : 'filled'
  return projectId
    ? <ButtonLink variant={variant} to="/projects/$projectId/calibration/attempts/$attemptId" params={{ projectId, attemptId }}>{children}</ButtonLink>
    : <ButtonLink variant={variant} to="/assessments/attempts/$attemptId" params={{ attemptId }}>{children}</ButtonLink>
}

export function AttemptLink({ projectId, attemptId, children }: Place & { attemptId: string }) {
  return projectId
    ? <AnchorLink size="sm" to="/projects/$projectId/calibration/attempts/$attemptId" params={{ projectId, attemptId }}>{children}</AnchorLink>
    : <AnchorLink size="sm" to="/assessments/attempts/$attemptId" params={{ attemptId }}>{children}</AnchorLink>
}

export function AllRounds({ projectId }: { projectId: string | null }) {
  return projectId
    ? <AnchorLink size="sm" to="/projects/$projectId/calibration" params={{ projectId }}>{t('All rounds')}</AnchorLink>
    : <AnchorLink size="sm" to="/assessments">{t('All assessments')}</AnchorLink>
}
