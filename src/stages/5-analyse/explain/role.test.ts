/** What texts on roles, scope, security, courts, training and output are said to be, passage by passage. */
import { expect, it } from 'vitest'
import type { ProvisionType } from '../../../core/provision.ts'
import { explained } from './fixtures/explained.ts'

const whatItIs = (quote: string, ...types: ProvisionType[]): string => explained(quote, types).whatItIs

it.each([
  ['These rules apply in addition to any other policies.', 'incorporation', 'added to those of other texts'],
  ['This Addendum forms part of the Northwind Terms.', 'incorporation', 'belongs to another agreement'],
  ['Your use of the store is subject to the Store Policy.', 'incorporation', 'another text that it names'],
  ['“Agreement” means these pages and the Order.', 'incorporation', 'short name'],
  ['If you live in France, other terms apply to you.', 'incorporation', 'people in certain places'],
  ['We do not accept any terms of yours.', 'incorporation', 'are refused'],
  ['You are the controller and we process it as a processor.', 'processor-terms', 'who is controller and who is'],
  ['You must assist us with requests of people.', 'processor-terms', 'has to follow or help it'],
  ['You can sign our data processing agreement.', 'processor-terms', 'can be concluded'],
  ['Redundant power, patching and surveillance are in place.', 'security-breach', 'lists measures'],
  ['You agree to allow audits of your systems.', 'processor-terms', 'support checks'],
  ['Our suppliers process data on our instructions.', 'processor-terms', 'process personal data for Northwind'],
  ['We use account data for our own purposes.', 'processor-terms', 'purposes of its own'],
  ['You shall handle data in accordance with privacy laws.', 'processor-terms', 'keep data protection law'],
  ['We are not liable if somebody hacks our servers.', 'security-breach', 'declines responsibility'],
  ['We keep audit logs of each access.', 'security-breach', 'speaks of logs'],
  ['We will assist you after a breach.', 'security-breach', 'help its customer'],
  ['Clause 17 is governed by the law of Northland.', 'governing-law', 'clauses on transfers'],
  ['This shall not limit our right to take proceedings elsewhere.', 'governing-law', 'may go to other courts'],
  ['The law of the country where you live will govern.', 'governing-law', 'law of the place where they live'],
  ['A claim must be brought no later than one year after it arose.', 'governing-law', 'within the time'],
  ['The Venue provision of the Main Terms applies.', 'governing-law', 'points to another text'],
  ['For all other customers, the laws of Northland apply.', 'governing-law', 'depends on who or where'],
  ['We do not use your prompts to train models.', 'model-training', 'kept out of training, or'],
  ['We do not train models on it unless you opt in.', 'model-training', 'save where somebody agreed'],
  ['Data of schools is not used to train by default.', 'model-training', 'By default'],
  ['If you use a temporary chat, it will not train our models.', 'model-training', 'kept out of training'],
  ['We train models on publicly available pages.', 'model-training', 'public or other sources'],
  ['We may train models on chats unless you opt out.', 'model-training', 'a way to refuse'],
  ['For information on how models are trained, see this page.', 'model-training', 'points to another page'],
  ['We use feedback to train our models.', 'model-training', 'send as feedback'],
  ['We use uploads to improve our products.', 'model-training', 'improve or develop its products'],
  ['You represent that you are not listed on any list.', 'export-sanctions', 'You confirm'],
  ['The software may not be exported to barred places.', 'export-sanctions', 'may not be exported'],
  ['You have to comply with export laws.', 'export-sanctions', 'keep to export'],
  ['We are not required to break boycott rules.', 'export-sanctions', 'need not do'],
  ['Use it in supported countries only.', 'export-sanctions', 'places that the platform supports'],
  ['Manually review each result.', 'output-accuracy', 'A person is to look'],
  ['If a result is inaccurate about you, ask for a correction.', 'output-accuracy', 'can be corrected'],
  ['Do not rely: you should not rely on results.', 'output-accuracy', 'check of your own'],
  ['We are not responsible for single answers.', 'output-accuracy', 'is declined'],
  ['Verify the accuracy of results.', 'output-accuracy', 'up to you to check'],
  ['We do not filter answers.', 'output-accuracy', 'offensive'],
  ['Answers may be incorrect.', 'output-accuracy', 'wrong or incomplete'],
  ['We shall notify the Customer once we know of a breach.', 'security-breach', 'undertakes to tell'],
  ['Music Rules and Guidelines: These are for songs.', 'incorporation', 'for a certain case'],
  ['We take technical measures of protection.', 'security-breach', 'in general terms'],
  ['This Supplement is an addendum to the Main Agreement.', 'incorporation', 'belongs to another agreement'],
  ['We encrypt files and welcome reports, also by bug bounty.', 'security-breach', 'names measures'],
] as const)('says of "%s" what it is', (quote, type, said) => {
  expect(whatItIs(quote, type)).toContain(said)
})

it.each([
  ['We are a company incorporated in the Republic of Northland.', 'incorporation', 'joins texts'],
  ['Users may offer galleries in compliance with these terms.', 'incorporation', 'certain places'],
  ['We do not modify or waive any terms of model makers.', 'incorporation', 'supplements'],
] as const)('does not read "%s" as something else', (quote, type, never) => {
  expect(whatItIs(quote, type).replace(/“.*”/, '')).not.toContain(never)
})
