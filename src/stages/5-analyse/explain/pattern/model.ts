/**
 * The words by which rules on training, on the reliability of results and on export control are told. A denial counts
 * where it stands in the clause that speaks of training: "we do not sell data" denies no training. Matched like those
 * of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE } from './manner.ts'

const NOT = "(?:not|never|isn't|aren't|don't|doesn't|won't|nor)"
const LEARN = '(?:train|trained|training|fine-?tun\\w+|improve|improving|develop|developing)'
const TRADE = '(?:export|re-?export|sanctions?|trade (?:controls?|restrictions?|laws?)|embargo\\w*)'

export const MODEL_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'training-denied': new RegExp(
    `\\b${NOT}\\b(?! (?:have (?:a )?|opted|opt|paid|limited|only|want|control|consent))[^.;:]{0,200}\\b${LEARN}\\b|\\bwithout training\\b`,
  ),
  'may-train': /\b(?:may|will|can) use\b[^.;]{0,100}\b(?:train|training)\b/,
  'training-by-default-denied': new RegExp(
    `\\bby default\\b[^.]{0,240}\\b${NOT}\\b[^.;]{0,240}\\btrain|\\b${NOT}\\b[^.;]{0,120}\\btrain\\w*\\b[^.;]{0,60}\\bby default\\b`,
  ),
  'unless-agreed':
    /\bunless\b[^.]{0,200}\b(?:agree|consent|opt(?:ed|s)?[- ]?in|permission|permit|authori[sz]|flagged|report)\w*|\bwithout (?:[\w']+,? ){0,4}?(?:opt-in|consent|permission|agreement)\b|\bexcept (?:\([a-z]\) )?(?:when|where|if)\b|\bonly (?:if|where|when|with)\b[^.;]{0,80}\b(?:agree|consent|opt(?:ed|s)?[- ]?in|permission)\w*/,
  'training-refusal':
    /\bopt(?:s|ed|ing)?[- ]?out\b|\b(?:turn|switch)(?:ed|ing)? (?:\w+ )?off\b|\bchoosing "?no\b|\bchoose whether\b|\bdisabl\w+|\bmanage (?:your )?preferences\b|\bcontrol how your data\b|\btemporary chats?\b|\bzero data retention\b/,
  'refusal-limited':
    /\beven if you opt(?:ed)?[- ]?out\b|\bunpaid\b|\bdepending on (?:your |the )?(?:account|plan)\b|\bdoes not affect\b[^.;]{0,60}\b(?:prior|before|already)\b|\bonly from the moment\b/,
  'training-pointer':
    /\b(?:see|read|visit|refer to|learn more)\b[^.]{0,80}\b(?:help cent(?:er|re)|articles?|page|this policy|here)\b|\bfor (?:more )?information (?:on|about) how\b/,
  'public-training':
    /\b(?:publicly available|publicly accessible|public sources|collected from the internet|from the internet|available on the internet|public web)\b/,
  'feedback-trains':
    /\bfeedback\b[^.]{0,200}\b(?:train|improv)\w*|\b(?:train|improv)\w*[^.;]{0,80}\b(?:using|with|from|by) (?:your |the )?feedback\b/,
  'trains-models':
    /\btrain(?:s|ed|ing)?\b[^.;]{0,100}\b(?:models?|ai|algorithms?|machine learning|systems?|technolog\w+|on)\b|\b(?:models?|algorithms?)\b[^.;]{0,80}\btrain\w*|\bfine-?tun\w+|\b(?:develop|improv|enhanc)\w*[^.;]{0,60}\bmodels?\b|\busing machine learning\b|\bopted[- ]out of training\b/,
  'improves-products':
    /\b(?:improv|enhanc|develop)\w*\b[^.;]{0,80}\b(?:services?|products?|features?|technolog\w+|performance)\b/,

  'confirms-status':
    /\b(?:represents?|warrants?|confirms?|certif(?:y|ies)|undertakes?|covenants?)\b[\s\S]{0,400}?\b(?:(?:are|is|do|does) not|aren't|nor|neither)\b[^.]{0,440}?\b(?:located in|resid\w+|nationals?|lists? of|on any|list(?:ed)?|sanction\w*|embargo\w*|blocked|denied|terrorist|prohibited part\w+)\b/,
  'export-barred':
    /\b(?:not|no|never|neither|nor)\b[^.;]{0,200}\b(?:exported|re-?exported|re-?export(?! (?:and|or|restrict|law|control|regulation|administration))|export (?:or re-?export (?:the|any|to)|the|any|software|to)|transferred|provide access)\b/,
  'trade-law-kept': new RegExp(
    `\\b(?:compl(?:y|ies|iance|ied)|accordance|violat\\w+|authori[sz]ed by|prohibited by|subject to)\\b[^.;]{0,240}\\b${TRADE}\\b|\\b${TRADE}[^.;]{0,60}\\b(?:compl\\w+|appl(?:y|ies))\\b|\\blaws governing (?:imports|exports)\\b`,
  ),
  'provider-freed': new RegExp(
    `\\b${WE} (?:will|shall|is|are|do|does)(?: not|n't) (?:be |have )?(?:required|obliged|obligated|to be required)\\b`,
  ),
  'supported-regions': /\bsupported (?:regions?|countries|territories|locations)\b/,

  'person-checks':
    /\bmanual(?:ly)? review\w*|\bhuman (?:review|oversight|supervision)\b|\breviewed by (?:a |an )?(?:qualified )?(?:person|human|professional)|\b(?:a|qualified) (?:person|human|professional) (?:must|should|has to) (?:review|check)/,
  'output-correction':
    /\binaccura\w*\b[^.]{0,200}\b(?:correct(?!ly)\w*|remov\w*)\b|\b(?:correct(?!ly)\w*|remov\w*)\b[^.;]{0,80}\binaccura\w*/,
  'no-reliance': /\bnot (?:be )?(?:solely )?(?:rel(?:y|ied)|depend)\b/,
  'output-disclaimed':
    /\b(?:not|no|never|circumstances)\b[^.;]{0,60}\b(?:liab\w+|responsib\w+)\b|\bdisclaims? (?:all|any)\b/,
  'reader-checks':
    /\b(?:evaluat|verif|check|scrutini[sz]|assess|confirm|review)\w*\b[^.;]{0,120}\b(?:outputs?|results?|accura\w+|responses?|veracity|generations?|information)\b/,
  unfiltered: /\bnot filter\b|\bunfiltered\b|\b(?:offensive|biased|objectionable|indecent|inappropriate)\b/,
  'may-be-wrong':
    /\b(?:inaccura\w*|incorrect|incomplete|mislead\w*|false|hallucinat\w*|errors?)\b|\bnot (?:\w+ ){0,3}?(?:accurate\w*|correct|reliable|true)\b/,
}
