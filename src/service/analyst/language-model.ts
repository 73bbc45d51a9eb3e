/**
 * A language model behind an OpenAI-compatible address (`POST /chat/completions`), hosted or local. It is asked through
 * the one guarded client, follows no redirect (which could carry the key elsewhere), and what it does wrong is a value.
 */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError, generateText } from 'ai'
import type { Completion, LanguageModel, Question } from '../../core/analyst.ts'
import type { Clock } from '../../core/clock.ts'
import type { Answer, HttpClient } from '../../core/http-client.ts'

export type ModelSettings = {
  /** Up to and without `/chat/completions`: `http://localhost:11434/v1`. */
  readonly url: string
  readonly name: string
  readonly key: string | null
  readonly tokensPerDay: number
}

export type LanguageModelOptions = {
  readonly settings: ModelSettings
  readonly http: HttpClient
  readonly clock: Clock
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 60_000
const MAX_ANSWER_BYTES = 1024 * 1024
/** A server that asks for longer than this is not waited for: our own rules answer. */
const MAX_WAIT_MS = 30_000
/** After so many calls in a row without any answer the model counts as gone, and is tried again after a while. */
const GONE_AFTER = 3
const GONE_FOR_MS = 10 * 60_000

export function createLanguageModel({
  settings,
  http,
  clock,
  timeoutMs = TIMEOUT_MS,
}: LanguageModelOptions): LanguageModel {
  let misses = 0
  let goneUntil = 0
  const ask = async (question: Question, signal?: AbortSignal): Promise<Failed | (Completion & { kind: 'text' })> => {
    let answer: Answer | null = null
    const provider = createOpenAICompatible({
      name: 'model',
      baseURL: settings.url.replace(/\/+$/, ''),
      ...(settings.key === null ? {} : { apiKey: settings.key }),
      fetch: async (input, init) => {
        answer = await http.request({
          url: String(input),
          method: 'POST',
          headers: Object.fromEntries(new Headers(init?.headers)),
          body: String(init?.body ?? ''),
          maxBytes: MAX_ANSWER_BYTES,
          maxRedirects: 0,
          timeoutMs,
          ...(signal ? { signal } : {}),
        })
        if (answer.kind !== 'received') throw new NotReceived()
        return new Response(Buffer.from(answer.body), { status: answer.status, headers: answer.headers })
      },
    })
    try {
      const { text, usage, finishReason, response } = await generateText({
        model: provider.chatModel(settings.name),
        instructions: question.instructions,
        prompt: question.prompt,
        maxOutputTokens: question.maxOutputTokens,
        temperature: 0,
        maxRetries: 0,
      })
      if (finishReason === 'content-filter') return failed('refused', 'the model declined to answer')
      return { kind: 'text', text, model: nameOf(response.modelId, settings.name), tokens: usage.totalTokens ?? null }
    } catch (cause) {
      return toFailure(cause, answer)
    }
  }
  return {
    name: settings.name,
    async complete(question, signal) {
      if (clock.now().getTime() < goneUntil)
        return failed('unreachable', `did not answer ${GONE_AFTER} times in a row, and is left alone for some minutes`)
      let completion = await ask(question, signal)
      const waitMs = completion.kind === 'failed' ? completion.retryAfterMs : null
      if (waitMs !== null && waitMs <= MAX_WAIT_MS && !signal?.aborted) {
        await clock.sleep(waitMs, signal)
        completion = await ask(question, signal)
      }
      const isMiss = completion.kind === 'failed' && ['timeout', 'unreachable'].includes(completion.reason)
      misses = isMiss ? misses + 1 : 0
      if (misses >= GONE_AFTER) {
        goneUntil = clock.now().getTime() + GONE_FOR_MS
        misses = 0
      }
      return completion
    },
  }
}

class NotReceived extends Error {}

type Failed = Completion & { kind: 'failed' } & { readonly retryAfterMs: number | null }

function failed(reason: Failed['reason'], detail: string, retryAfterMs: number | null = null): Failed {
  return { kind: 'failed', reason, detail, retryAfterMs }
}

/** Everything that a server can do instead of answering; what is none of it is our own defect, and thrown. */
function toFailure(cause: unknown, answer: Answer | null): Failed {
  if (answer?.kind === 'refused-by-guard')
    return failed('refused-by-guard', `the address of the model ${answer.reason}`)
  if (answer?.kind === 'too-large') return failed('malformed', answer.reason)
  if (answer?.kind === 'unreachable')
    return failed(answer.cause === 'timeout' ? 'timeout' : 'unreachable', `the model ${answer.reason}`)
  if (answer === null) throw cause
  const { status, headers } = answer
  if (status === 429)
    return failed('rate-limited', 'the model is asked too often', retryAfterMs(headers['retry-after']))
  if (status >= 300 && status < 400)
    return failed('rejected', 'the address of the model leads elsewhere: name the new one')
  if (status === 401 || status === 403) return failed('rejected', `the model rejects the key (HTTP ${status})`)
  if (status >= 500) return failed('unreachable', `the model's server fails (HTTP ${status})`)
  if (status >= 400) return failed('rejected', `the model's server rejects the request (HTTP ${status})`)
  if (APICallError.isInstance(cause) || cause instanceof Error)
    return failed('malformed', 'the answer is not of the protocol')
  throw cause
}

/** Seconds (RFC 9110 section 10.2.3); a date would need the server's clock, and is not waited for. */
function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null
}

/** What a server calls itself is shown to readers: printable, and short. */
function nameOf(reported: string | undefined, asked: string): string {
  const name = (reported ?? '').replace(/[^\w.:/@+ -]/g, '').slice(0, 100)
  return name === '' ? asked : name
}
