/**
 * A server on loopback that speaks the chat part of the OpenAI protocol, and misbehaves where it is told to. `answer`
 * sees the request as sent and gives the words of the model; the ways to fail are those that real servers have.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ModelRequest = {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly key: string | undefined
}
export type ModelReply =
  | { readonly kind: 'text'; readonly text: string; readonly tokens?: number; readonly finish?: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: string
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'break-off' }

export type ModelServer = AsyncDisposable & {
  readonly url: string
  readonly requests: readonly ModelRequest[]
  answer: (request: ModelRequest) => ModelReply
}

export async function serveModel(answer: ModelServer['answer']): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  const server = createServer((request, response) => {
    void receive(request).then((body) => {
      const { model, messages } = JSON.parse(body) as ModelRequest
      const asked = { model, messages, key: request.headers.authorization }
      requests.push(asked)
      reply(response, asked, served.answer(asked))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const served: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    answer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return served
}

async function receive(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function reply(response: ServerResponse, { model }: ModelRequest, given: ModelReply): void {
  switch (given.kind) {
    case 'hang':
      return
    case 'break-off':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"id":"1","choices":[')
      setTimeout(() => response.destroy(), 20)
      return
    case 'status':
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
      response.end(given.body ?? JSON.stringify({ error: { message: 'no', type: 'test' } }))
      return
    case 'text':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          id: 'answer-1',
          object: 'chat.completion',
          created: 1,
          model: `${model}-2026-01`,
          choices: [
            {
              index: 0,
              message: { role: 'assistant', content: given.text },
              finish_reason: given.finish ?? 'stop',
            },
          ],
          usage: {
            prompt_tokens: given.tokens ?? 100,
            completion_tokens: 0,
            total_tokens: given.tokens ?? 100,
          },
        }),
      )
  }
}

/** The passage as the model is shown it: what stands between the marked lines of a side. */
export function shownTo({ messages }: ModelRequest, side: 'passage' | 'before' | 'after'): string {
  const prompt = messages.findLast(({ role }) => role === 'user')!.content
  const match = new RegExp(`----- ${side} (\\w+) begins -----\\n([\\s\\S]*?)\\n----- ${side} \\1 ends -----`).exec(
    prompt,
  )
  if (!match) throw new Error(`the model was shown no ${side}`)
  return match[2]!
}
