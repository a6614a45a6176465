import { afterEach, expect, test, vi } from 'vitest'
import { upload } from './upload'

afterEach(() => vi.unstubAllGlobals())

/** Answers one request after the other with what is given. */
function answering(...answers: { status: number; body: unknown }[]) {
  const proofs: (string | undefined)[] = []
  class Request {
    upload: { onprogress?: unknown } = {}
    onload?: () => void
    status = 0
    responseText = ''
    private proof: string | undefined
    open() {}
    setRequestHeader(name: string, value: string) {
      if (name === 'X-XSRF-TOKEN') this.proof = value
    }
    getResponseHeader() {
      return 'application/problem+json'
    }
    send() {
      proofs.push(this.proof)
      const answer = answers.shift()!
      this.status = answer.status
      this.responseText = JSON.stringify(answer.body)
      this.onload?.()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return proofs
}

test('an upload with an old proof is sent once more with the new one', async () => {
  document.cookie = 'XSRF-TOKEN=old'
  vi.stubGlobal('fetch', () => {
    document.cookie = 'XSRF-TOKEN=new'
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }))
  })
  const proofs = answering({ status: 403, body: { type: '/problems/stale-page' } }, { status: 201, body: { id: 'i' } })
  await expect(upload('/x', new File(['a'], 'a.csv'), () => undefined)).resolves.toEqual({ id: 'i' })
  expect(proofs).toEqual(['old', 'new'])
})

test('what this person may not do is not tried again', async () => {
  document.cookie = 'XSRF-TOKEN=old'
  const proofs = answering({ status: 403, body: { type: '/problems/not-allowed', detail: 'Only managers import.' } })
  await expect(upload('/x', new File(['a'], 'a.csv'), () => undefined)).rejects.toThrow('Only managers import.')
  expect(proofs).toHaveLength(1)
})
