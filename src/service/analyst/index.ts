/** The analyst that the settings name: a language model where there is one, our own rules otherwise. */
import type { Analyst, AnnotationCache, TokenBudget } from '../../core/analyst.ts'
import type { Clock } from '../../core/clock.ts'
import { toMoment } from '../../core/clock.ts'
import { createHttpClient } from '../../net/index.ts'
import { createModelAnalyst, embeddedAnalyst } from '../../stages/5-analyse/index.ts'
import { addTokens, findAnnotation, keepAnnotation, tokensUsedOn } from '../../store/annotation.ts'
import type { Store } from '../../store/index.ts'
import { PRODUCT } from '../fetcher.ts'
import { packageKnowledge } from '../knowledge.ts'
import { createLanguageModel, type ModelSettings } from './language-model.ts'

export type OpenAnalyst = AsyncDisposable & {
  readonly analyst: Analyst
  /** Null: our own rules. */
  readonly model: string | null
}

/** `store` may be written: what is answered is kept there, and what it cost. */
export function openAnalyst(
  settings: ModelSettings | null,
  { store, clock, timeoutMs }: { readonly store: Store; readonly clock: Clock; readonly timeoutMs?: number },
): OpenAnalyst {
  if (!settings) return { analyst: embeddedAnalyst, model: null, async [Symbol.asyncDispose]() {} }
  // The operator named this address: it may be private, and no other may.
  const http = createHttpClient({ userAgent: PRODUCT, allowPrivateHosts: [new URL(settings.url).host] })
  const model = createLanguageModel({ settings, http, clock, ...(timeoutMs ? { timeoutMs } : {}) })
  const analyst = createModelAnalyst({
    model,
    knowledge: packageKnowledge(),
    cache: cacheIn(store, clock),
    budget: budgetIn(store, clock, settings.tokensPerDay),
  })
  return { analyst, model: settings.name, [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() }
}

function cacheIn({ db }: Store, clock: Clock): AnnotationCache {
  return {
    find: (key) => findAnnotation(db, key),
    keep: (key, annotation) => keepAnnotation(db, key, annotation, toMoment(clock.now())),
  }
}

/** A call that goes over midnight is settled on the day on which it was set aside. */
function budgetIn(store: Store, clock: Clock, tokensPerDay: number): TokenBudget {
  let day = ''
  return {
    reserve: (tokens) =>
      store.transaction(async (db) => {
        day = toMoment(clock.now()).slice(0, 10)
        if ((await tokensUsedOn(db, day)) + tokens > tokensPerDay) return false
        await addTokens(db, day, tokens)
        return true
      }),
    settle: (reserved, used) => addTokens(store.db, day, used - reserved),
  }
}
