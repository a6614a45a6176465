import type { Plugin } from 'vite'
import { answerTo } from './mockAnswers.ts'

/** `npm run dev:mock`: the app without a server, for work on its looks; never part of a build. */
export function mockBackend(): Plugin {
  return {
    name: 'mock-backend',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/api/v1', (request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const answer = answerTo(request.method ?? 'GET', (request.url ?? '/').split('?')[0]!, text.startsWith('{') ? JSON.parse(text) : {})
          response.statusCode = answer.status
          response.setHeader('Content-Type', answer.status < 400 ? 'application/json' : 'application/problem+json')
          response.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
        })
      })
    },
  }
}
