/** The one door to threads of our own: how they are started, and how questions go in and answers come out. */
import { parentPort, Worker, type WorkerOptions } from 'node:worker_threads'
import { ClausewatchError } from '../core/error.ts'

/** Starts the `thread` file beside the module that asks (`import.meta.url`): from the sources it is TypeScript, built it is JavaScript. */
export function startThread(beside: string, options: WorkerOptions = {}): Worker {
  const ending = beside.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./thread.${ending}`, beside), options)
}

/** What the thread could not answer; `code` as in `docs/errors.md`, null for a defect. */
export class ThreadFailure extends Error {
  readonly code: string | null

  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

type Asked = { readonly id: number; readonly question: unknown }
type Answered = { readonly id: number; readonly answer?: unknown; readonly failure?: string; readonly code?: string }

export type AskedThread<Question, Answer> = AsyncDisposable & {
  /** Rejects with `ThreadFailure`, or with what ended the thread. `transfer`: what the thread gets instead of a copy. */
  ask(question: Question, transfer?: readonly ArrayBuffer[]): Promise<Answer>
  /** Processor time that the thread has used since its start; 0 where it has ended. */
  usedMs(): Promise<number>
}

/** A thread that calls `answerQuestions`. The program does not end while it owes an answer, and is not kept alive by it otherwise. */
export function askThread<Question, Answer>(
  beside: string,
  options: WorkerOptions = {},
): AskedThread<Question, Answer> {
  const worker = startThread(beside, options)
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let ended: unknown = null
  let isClosing = false
  let asked = 0
  const end = (cause: unknown) => {
    ended ??= cause
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('message', ({ id, answer, failure, code }: Answered) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (failure === undefined) asker?.resolve(answer as Answer)
    else asker?.reject(new ThreadFailure(failure, code ?? null))
    if (waiting.size === 0 && !isClosing) worker.unref()
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the thread has ended')))
  worker.unref()
  return {
    ask(question, transfer = []) {
      const answer = Promise.withResolvers<Answer>()
      // Who stopped waiting does not hear of the end.
      answer.promise.catch(() => undefined)
      if (ended !== null) answer.reject(ended)
      else {
        waiting.set(++asked, answer)
        worker.ref()
        worker.postMessage({ id: asked, question } satisfies Asked, [...transfer])
      }
      return answer.promise
    },
    async usedMs() {
      // Of an end `ask` tells the reason; here it is only that there is nothing to measure.
      const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
      return (user + system) / 1000
    },
    async [Symbol.asyncDispose]() {
      // The program waits for its end: what is closed after it has to be closed.
      isClosing = true
      worker.ref()
      await worker.terminate()
    },
  }
}

/** The thread's side of `askThread`. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  parentPort!.on('message', async ({ id, question }: Asked) => {
    try {
      parentPort!.postMessage({ id, answer: await answer(question as Question) } satisfies Answered)
    } catch (cause) {
      const failure = cause instanceof Error ? cause.message : String(cause)
      const code = cause instanceof ClausewatchError ? { code: cause.code } : {}
      parentPort!.postMessage({ id, failure, ...code } satisfies Answered)
    }
  })
}
