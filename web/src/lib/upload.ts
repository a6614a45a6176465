import { http } from './http'
import { Problem, problemOf, Unreachable } from './problem'

export type Progress = { sent: number; total: number }

/** Sends a file and tells how far it is, which fetch cannot; refusals come back as the same problems as everywhere. */
export async function upload<T>(path: string, file: File, onProgress: (progress: Progress) => void): Promise<T> {
  if (!csrfCookie()) await http.get('/session')
  try {
    return await send<T>(path, file, onProgress)
  } catch (refused) {
    if (!(refused instanceof Problem) || refused.status !== 403 || !['stale-page', 'unknown'].includes(refused.slug)) throw refused
    // The proof against forged requests was old: the session's answer brings a new one, and once more is enough.
    await http.get('/session')
    return send<T>(path, file, onProgress)
  }
}

function send<T>(path: string, file: File, onProgress: (progress: Progress) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('Accept', 'application/json')
    const cookie = csrfCookie()
    if (cookie) request.setRequestHeader('X-XSRF-TOKEN', cookie)
    request.upload.onprogress = (event) => onProgress({ sent: event.loaded, total: event.total || file.size })
    request.onerror = () => reject(new Unreachable())
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as T)
      const answer = new Response(request.responseText, { status: request.status, headers: { 'content-type': request.getResponseHeader('content-type') ?? '' } })
      problemOf(answer).then((problem) => reject(request.status === 413 && problem instanceof Problem && !problem.detail ? tooLarge() : problem), reject)
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function tooLarge() {
  return new Problem(413, 'too-large', 'Too large', 'This file is larger than the server takes. Split it, or send it compressed as .gz.')
}

function csrfCookie(): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return found?.[1] ? decodeURIComponent(found[1]) : null
}
