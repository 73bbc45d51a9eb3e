/** `arbitration.*`: whether disputes go to an arbitrator, the days to opt out of it, and the waiver of class actions. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import { type FactReader, factFrom } from './reader.ts'

const MANDATORY =
  /\b(?:binding,? (?:individual )?arbitration|(?:resolved|settled|determined|decided|finally settled)[^.]{0,120}\barbitrat|(?:agree|shall|will|must)[^.]{0,160}\barbitrat(?:e|ion)\b|(?:submitted|referred) to[^.]{0,60}arbitration)/
const NOT_MANDATORY =
  /\b(?:opt(?:ing)?[- ]out|may elect|may choose|instead of arbitration|not (?:be )?subject to arbitration|except|waive)\b/
const COURTS =
  /\b(?:exclusive(?:ly)?|sole(?:ly)?|must be brought|shall be brought|will be (?:brought|resolved|submitted)|submit to|jurisdiction)\b[^.]{0,160}\bcourts?\b|\bcourts?\b[^.]{0,160}\b(?:exclusive|sole|have jurisdiction|having jurisdiction|jurisdiction)\b/
const COURT_SUBJECT = /\b(?:disputes?|claims?|actions?|proceedings?|litigation|lawsuits?|jurisdiction|controvers\w+)\b/

const OPT_OUT = /\bopt(?:ing|ed)?[- ]?(?:out)|\breject\b|\bnot (?:wish|want) to (?:be bound|arbitrat)|\bdecline\b/
const DAYS = new RegExp(DURATION, 'g')

const CLASS =
  /\bclass(?:[- ]wide|[- ]action|[- ]arbitration|es| member| or| proceeding|,)|\bclass (?:or|and) |\brepresentative (?:action|proceeding|basis|capacity)/
const WAIVES = /\b(?:waiv\w*|not|no|neither|prohibited|only|solely|individual(?:ized)?|never|barred)\b/

export const readArbitration: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const arbitrates = passages.some((p) => /\barbitrat/.test(p.folded))
  const mandatory = passages.find(
    (p) => /arbitrat/.test(p.folded) && MANDATORY.test(p.folded) && !NOT_MANDATORY.test(p.folded),
  )
  if (mandatory) facts.push(factFrom('arbitration.mandatory', true, mandatory))
  else if (!arbitrates) {
    const courts = passages.find((p) => COURTS.test(p.folded) && COURT_SUBJECT.test(p.folded))
    if (courts) facts.push(factFrom('arbitration.mandatory', false, courts))
  }
  for (const passage of passages) {
    if (!OPT_OUT.test(passage.folded) || !/arbitrat/.test(passage.folded + passage.heading)) continue
    const duration = [...passage.folded.matchAll(DAYS)].map((m) => parseDuration(m[0])).find((d) => d && inDays(d))
    const days = duration && inDays(duration)
    if (days) {
      facts.push(factFrom('arbitration.optOutDays', days, passage))
      break
    }
  }
  const waiver = passages.find(
    (p) =>
      CLASS.test(p.folded) &&
      WAIVES.test(p.folded) &&
      /\b(?:action|arbitrat|proceeding|plaintiff|class member|lawsuit|litigation)/.test(p.folded),
  )
  if (waiver) facts.push(factFrom('arbitration.classWaiver', true, waiver))
  return facts
}
