/**
 * Concepts of policy language: words that mean the same in a rule share a name. Sequences of concepts, with the words
 * between them left out, carry over to platforms whose wording has not been seen.
 */

const CONCEPTS: Readonly<Record<string, string>> = {
  WE: '@we we us company provider licensor publisher operator controller',
  OUR: 'our ours',
  YOU: 'you user users customer customers member members subscriber subscribers client clients licensee visitor visitors individual individuals seller sellers merchant merchants developer developers advertiser advertisers buyer buyers',
  YOUR: 'your yours',
  THIRD: 'third',
  PARTY: 'party parties',
  MUST: 'must shall will agree agrees undertake undertakes warrant required obligated responsible',
  MAY: 'may can might could reserve reserves entitled',
  NOT: "not no never neither nor without cannot prohibited forbidden refrain don't won't",
  PERS: 'personal personally',
  DATA: 'data information details',
  CONTENT:
    'content contents material materials submission submissions input inputs prompt prompts upload uploads ugc posts post creation creations',
  OUTPUT: 'output outputs generations generated results',
  SERVICE:
    'service services platform website websites site sites app apps application applications product products software tool tools',
  COLLECT:
    'collect collects collected collecting receive receives received gather gathered obtain obtained record recorded log logs',
  USE: 'use uses used using utilize utilise process processes processed processing',
  PURPOSE: 'purpose purposes basis interests legitimate',
  IMPROVE: 'improve improving develop developing enhance optimize research analyse analyze understand',
  TRAIN: 'train training trained learn learning fine-tune finetune finetuning',
  MODEL: 'model models ai algorithm algorithms machine artificial intelligence neural llm llms',
  SHARE:
    'share shares shared sharing disclose discloses disclosed disclosure disclosures transfer transferred provide provided pass',
  AFFIL:
    'affiliate affiliates subsidiary subsidiaries vendor vendors contractor contractors partner partners processors suppliers agents',
  MERGER: 'merger acquisition acquirer bankruptcy reorganization successor sale assets',
  SELL: 'sell sells sold selling',
  ADS: 'ad ads advertising advertisement advertisements advertisers marketing promotional newsletter newsletters targeted personalized interest-based',
  GOV: 'law laws legal authorities authority government governmental enforcement court courts subpoena warrant regulators police judicial',
  RETAIN: 'retain retained retains retention keep kept store stored stores storage',
  DELETE: 'delete deleted deletion erase erased erasure anonymize anonymise anonymized remove removed removal destroy',
  PERIOD: 'day days month months year years hours period long',
  RIGHT: 'right rights',
  ACCESSING: 'access accessing accessed',
  RECTIFY:
    'rectify rectification correct correction restrict restriction object objection portability withdraw complaint lodge opt unsubscribe',
  CONSENT: 'consent consents permission authorize authorization',
  COUNTRY:
    'country countries eea eu european union uk kingdom switzerland states international internationally border outside jurisdiction jurisdictions',
  CLAUSES: 'clauses adequacy scc sccs shield framework safeguards',
  SECURE:
    'security secure encryption encrypted safeguard protect protected technical organizational organisational measures',
  BREACH: 'breach breaches incident incidents unauthorized unauthorised vulnerability vulnerabilities',
  COOKIE: 'cookie cookies pixel pixels beacon beacons tracker trackers analytics tracking browser browsers',
  SENSITIVE:
    'sensitive biometric health geolocation precise genetic racial ethnic religious sexual facial face voiceprint',
  CHILD: 'child children minor minors parent parents parental guardian guardians age 13 16 18 teen teens kids coppa',
  PROFILE: 'profiling automated automatically decision decisions decision-making',
  PROCESSOR:
    'processor sub-processor subprocessor subprocessors sub-processors controllers dpa instructions audit audits',
  MONITOR: 'monitor monitors monitoring review reviews reviewed scan screen inspect moderators',
  LICENSE:
    'license licence licenses licensed sublicense sublicensable royalty-free royalty perpetual irrevocable worldwide non-exclusive',
  OWN: 'own owns owned ownership title interest property proprietary',
  IP: 'copyright copyrights trademark trademarks patent patents intellectual logo logos marks brand',
  DMCA: 'dmca infringement infringing infringe infringed infringes takedown counter-notice counter notification',
  HARM: 'harmful illegal unlawful fraud fraudulent abuse abusive harass harassment hate violence violent malware virus viruses spam threatening defamatory obscene deceptive exploit pornographic sexually terrorism weapons',
  COMPETE: 'compete competes competing competitive competitor competitors benchmark benchmarking',
  SCRAPE:
    'scrape scraping scraper crawl crawling crawler bot bots spider robot robots harvest reverse engineer decompile disassemble circumvent bypass extract mining',
  REMOVE:
    'moderate moderation flag flagged report reporting appeal appeals strike strikes ban banned restrict restricted block blocked demote visibility',
  ACCOUNT: 'account accounts register registration password passwords credentials login username profile',
  EXPORT: 'export sanctions embargo embargoed denied ofac',
  CHANGE:
    'change changes modify modification modifications update updates updated amend amendment amendments revise revised revision',
  TERMS: 'terms agreement policy policies conditions contract guidelines addendum notice',
  TERMINATE:
    'terminate terminated termination suspend suspended suspension expire expiration close closure deactivate end ends ending',
  AVAIL:
    'discontinue discontinued availability available downtime uptime interruption beta support maintenance features feature functionality quota limits',
  PAY: 'pay pays paid payment payments fee fees price prices pricing charge charges charged invoice invoices billing billed tax taxes vat subscription subscriptions credit card renew renewal auto-renew purchase order',
  REFUND:
    'refund refunds refundable non-refundable reimbursement cancel cancels canceled cancelled cancellation withdrawal cooling-off',
  INCORP:
    'incorporated incorporate reference supersede supersedes prevail prevails entire precedence conflict govern governs apply applies supplement',
  ACCEPT: 'accept accepting acceptance bound binding acknowledge clicking eligible eligibility',
  OPENSOURCE: 'open-source open source plugin plugins integration integrations link links linked',
  CONFID: 'confidential confidentiality nondisclosure',
  WARRANTY: 'warranty warranties warrants as-is disclaim disclaims merchantability fitness representations',
  ACCURATE:
    'accurate accuracy inaccurate incorrect errors error reliable rely reliance complete completeness evaluate hallucinate',
  LIABLE:
    'liable liability damages damage loss losses consequential incidental aggregate punitive indirect claims claim',
  INDEMNIFY: 'indemnify indemnification indemnified indemnity hold harmless defend',
  ARBITRATE: 'arbitration arbitrator arbitrate arbitral jams aaa mediation dispute disputes jury informal',
  CLASS: 'class collective representative plaintiff',
  VENUE: 'venue governed construed exclusive jurisdiction',
  GENERAL:
    'assign assignment severability severable unenforceable invalid waiver force majeure joint venture headings notices',
  HIGHRISK: 'medical financial professional advice high-risk critical employment housing insurance human oversight',
  DISCLOSEAI: 'label labeled disclose disclosing misrepresent watermark synthetic deepfake deepfakes human-generated',
  NAMEADDR: 'name address email phone telephone ip device identifier identifiers location birth',
}

const BY_WORD: ReadonlyMap<string, number> = new Map(
  Object.values(CONCEPTS).flatMap((list, index) => list.split(' ').map((word): [string, number] => [word, index + 1])),
)

/** Concept numbers (from 1) of words, in order, unknown words left out. */
export function concepts(words: readonly string[]): number[] {
  const found: number[] = []
  for (const word of words) {
    const concept = BY_WORD.get(word)
    if (concept !== undefined) found.push(concept)
  }
  return found
}
