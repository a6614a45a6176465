import { byCode, t } from './i18n'

/** A fault the server named: what, where, how to mend it (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: { field: string; message: string }[] = [],
    readonly retryAfterSeconds: number | null = null,
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail || title)
    this.name = 'Problem'
  }
}

/** Nobody answered: the network is away or the server is not running. Worth trying again. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super(t('The server cannot be reached. Check your connection; nothing you typed is lost.'), { cause })
    this.name = 'Unreachable'
  }
}

export function isGone(error: unknown): boolean {
  return error instanceof Problem && error.status === 404
}

/** A link that worked once and does not any more. */
export function isSpent(error: unknown): boolean {
  return error instanceof Problem && error.status === 410
}

export function isForbidden(error: unknown): boolean {
  return error instanceof Problem && error.status === 403
}

/** One sentence for a person, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return byCode(error.slug) ?? (error.detail || error.title)
  if (error instanceof Unreachable) return t(t('The server cannot be reached. Check your connection; nothing you typed is lost.'))
  return t('Something in this page went wrong. Reload it; what you typed is kept.')
}

export async function problemOf(response: Response): Promise<Problem | Unreachable> {
  const json = (response.headers.get('content-type') ?? '').includes('json')
  const body = json ? await response.json().catch(() => ({})) as Record<string, unknown> : {}
  if ([502, 503, 504].includes(response.status) && typeof body['type'] !== 'string') return new Unreachable()
  const retry = Number(response.headers.get('retry-after'))
  const errors = Array.isArray(body['errors']) ? body['errors'] as { field: string; message: string }[] : []
  return new Problem(
    response.status,
    String(body['type'] ?? '').replace(/^.*\//, '') || 'unknown',
    String(body['title'] ?? t('The server answered {status}', { status: response.status })),
    String(body['detail'] ?? ''),
    errors,
    Number.isFinite(retry) && retry > 0 ? retry : null,
    body,
  )
}
