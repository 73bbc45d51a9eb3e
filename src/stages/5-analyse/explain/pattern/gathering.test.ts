import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { GATHERING_PATTERNS } from './gathering.ts'
import { MONEY_PATTERNS } from './money.ts'

const PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = { ...GATHERING_PATTERNS, ...MONEY_PATTERNS }

/** A signal, a passage that says it, and one close by that does not. */
const SAID: readonly (readonly [signal: Signal, says: string, not: string])[] = [
  ['content-entered', 'we receive your prompts and uploads', 'other inputs help to see which button is used'],
  ['given-directly', 'when you create an account we keep its name', 'our servers note the time of a visit'],
  ['where-people-are', 'location data: we estimate your location', 'the location of our office is springtown'],
  ['location-focus', 'location: we note your town', 'we keep your name. we also keep a location'],
  ['sensitive-use-denied', 'we do not sell sensitive data', 'you do not sell sensitive data'],
  ['sensitive-kinds', 'we ask for criminal records', 'some data may be sensitive'],
  ['not-given', 'if you do not provide a name, sign-up ends', 'if you provide a name, sign-up ends'],
  ['reverse-excepted', 'do not decompile, except as the law allows', 'do not decompile or copy the app'],
  ['users-harvested', 'do not collect email addresses of players', 'do not collect stones'],
  ['gets-around', 'do not bypass rate limits', 'do not exceed your plan'],
  ['own-interface', 'do not enter other than through our api', 'our api is free'],
  ['may-look', 'we may review messages', 'we may change these terms'],
  ['who-looks', 'access to chats is limited to support staff', 'we may limit your access'],
  ['checks-your-systems', 'we may test your plugin', 'we may test new ideas'],
  ['calls-recorded', 'calls may be recorded', 'calls are free'],
  ['sensitive-barred', 'you must not send us health records', 'we do not use health records'],
  ['no-sensitive-meant', 'special categories of data: none', 'special categories of data: health'],
  ['labels-kept', 'do not remove the label', 'do not remove your account'],
  ['encouraged', 'we encourage you to say so', 'you must say so'],
  ['promotion', 'promotional codes end in june', 'codes of conduct apply'],
  ['sets-own-price', 'you set the price of your lessons', 'we set the price of lessons'],
  ['price-unannounced', 'prices may change without prior notice', 'prices change; access ends without notice'],
  ['deposit', 'the host must pay a deposit on request', 'you deposit waste at the gate'],
  ['billing-cycle', 'fees are billed monthly', 'fees are low'],
  ['liability-excluded', 'we are not responsible for delays', 'we are responsible for delays'],
  ['liability-early', 'we are not liable for delays', `${'you may play chess here. '.repeat(20)}we are not liable`],
  ['indirect-loss', 'we owe no incidental or punitive damages', 'we owe no direct or indirect damages'],
  ['reader-bears', 'you bear all liability for it', 'we bear the cost'],
  ['liability-capped', 'our liability shall not exceed 50 euros', 'a penalty of up to 50 euros is due'],
  ['limits-elsewhere', 'liability is subject to the limitations in the main terms', 'liability is unlimited'],
  ['sole-remedy', 'this is your sole remedy', 'you have several remedies'],
  ['slight-negligence', 'in cases of slight negligence only', 'in cases of doubt'],
]

describe('patterns of gathering, paying and losing', () => {
  it.each(SAID)('%s is found where it is said, and not close by', (signal, says, not) => {
    expect(PATTERNS[signal]?.test(says)).toBe(true)
    expect(PATTERNS[signal]?.test(not)).toBe(false)
  })
})
