import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { projectRoute } from './projects'
import { shellRoute } from './root'

const rounds = createRoute({
  getParentRoute: () => projectRoute,
  path: '/calibration',
  component: lazyRouteComponent(() => import('~/features/calibration/CalibrationPage'), 'CalibrationPage'),
})

const round = createRoute({
  getParentRoute: () => projectRoute,
  path: '/calibration/$roundId',
  component: lazyRouteComponent(() => import('~/features/calibration/RoundPage'), 'RoundPage'),
})

const attempt = createRoute({
  getParentRoute: () => projectRoute,
  path: '/calibration/attempts/$attemptId',
  component: lazyRouteComponent(() => import('~/features/calibration/AttemptPage'), 'AttemptPage'),
})

/** Rounds of one project. */
export const calibrationPages = [rounds, round, attempt] as const

const assessments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessments',
  component: lazyRouteComponent(() => import('~/features/calibration/AssessmentsPage'), 'AssessmentsPage'),
})

const assessment = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessments/$roundId',
  component: lazyRouteComponent(() => import('~/features/calibration/RoundPage'), 'RoundPage'),
})

const assessmentAttempt = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessments/attempts/$attemptId',
  component: lazyRouteComponent(() => import('~/features/calibration/AttemptPage'), 'AttemptPage'),
})

/** Assessments belong to the installation and stand outside any project. */
export const assessmentPlaces = [assessments, assessment, assessmentAttempt] as const
