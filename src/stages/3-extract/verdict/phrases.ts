/** What pages say of themselves when they are not the document. Tested only on pages that hold hardly any rules. */

const anyOf = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu')

export const BLOCKED = anyOf(
  'access (?:is |has been |was )?(?:denied|blocked|restricted|forbidden)',
  "(?:you have|you(?:’|')ve) been (?:blocked|rate limited|temporarily blocked)",
  "(?:are you|verify(?:ing)? (?:that )?you(?:’|')?(?: a|')?re|confirm (?:that )?you(?: a|’|')re|prove you(?: a|’|')re) (?:a )?(?:human|robot|not a (?:robot|bot))",
  'not a (?:robot|bot)\\b',
  'checking your browser|browser verification|security (?:check|checkpoint|verification)|one more step|just a moment',
  'unusual (?:traffic|activity)|automated (?:access|requests|queries|traffic)|suspicious (?:activity|traffic)|bot (?:detected|detection|protection)',
  'too many requests|rate limit(?:ed)?(?: exceeded)?|request (?:was )?(?:blocked|rejected)|requested url was rejected',
  'captcha|complete the (?:challenge|security check)|press (?:and|&) hold',
  "(?:not|isn(?:’|')t|unavailable|no longer) (?:currently )?(?:available|accessible|offered|supported)? ?in your (?:country|region|area|location|jurisdiction)",
  'unavailable (?:for legal reasons|in your)|(?:geo|region)[- ]?(?:block|restrict)\\w*',
  "(?:^|\\b)403\\b[^\\d]{0,30}forbidden|^forbidden|you don(?:’|')t have permission|not authori[sz]ed to (?:view|access)",
  'please (?:disable|turn off) your (?:ad ?blocker|vpn)|vpn or proxy|ddos protection',
  'zugriff (?:verweigert|gesperrt)|acc[èe]s (?:refus[ée]|interdit|bloqu[ée])|acceso denegado|accesso negato|acesso negado|访问被拒绝|アクセスが拒否|액세스가 거부',
)

export const ERROR = anyOf(
  "(?:page|document|file|resource|content|url|site|article|link).{0,30}(?:not|n(?:’|')t|cannot|can(?:’|')t|could not|couldn(?:’|')t|no longer) (?:be )?(?:found|exist|available|displayed|loaded)",
  "(?:couldn(?:’|')t|could not|can(?:’|')t|cannot|unable to) (?:find|locate|load|display|open) (?:the|that|this|your)|we (?:couldn(?:’|')t|could not|can(?:’|')t|cannot) find what",
  "not found|404|page (?:does not|doesn(?:’|')t) exist|nothing (?:here|found|to see)|page (?:is )?missing|lost\\?|(?:page|link).{0,20}(?:moved|removed|deleted|broken|expired)",
  '(?:internal )?server error|\\b50[0234]\\b.{0,40}(?:error|bad|gateway|unavailable|timeout|timed)|error.{0,10}\\b50\\d\\b|bad gateway|gateway time-?out|service (?:temporarily )?unavailable',
  'application error|client-side exception|something went wrong|an? (?:unexpected |unknown |internal )?error (?:has )?occurred|oops|unexpected error|technical (?:error|difficulties|problem|issue)|error on line \\d+|page contains the following errors',
  "(?:under|scheduled|down for|undergoing|site|planned) maintenance|maintenance mode|we(?:’|')ll be (?:right )?back|temporarily (?:down|unavailable|offline)|be back (?:soon|shortly)",
  "this (?:site|page) can(?:’|')t be reached|connection (?:refused|reset|timed out)|dns_probe|err_[a-z_]+|this page isn(?:’|')t (?:available|working)|page unavailable|page not available",
  'invalid (?:url|request|link)|bad request|method not allowed|no such (?:key|bucket|page)|nosuchkey|request timed? ?out|domain.{0,30}(?:for sale|parked|expired)|account (?:has been )?suspended',
  "welcome to nginx|apache2? .{0,20}default page|^it works!|iis windows server|site (?:not|isn(?:’|')t) (?:found|published)",
  'seite (?:wurde )?nicht gefunden|nicht verfügbar|page (?:introuvable|non trouvée)|p[áa]gina no (?:encontrada|existe)|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:kunde inte|finns inte|hittades inte)|siden (?:blev ikke|findes ikke|finnes ikke|ble ikke)|sivua ei l[öo]yt|nie (?:znaleziono|istnieje)|str[áa]nka (?:nenalezena|neexistuje)|sayfa bulunamad|страница не (?:найдена|существует)|页面不存在|找不到(?:该)?页面|ページが見つかりません|페이지를 찾을 수 없',
)

export const LOGIN = anyOf(
  '(?:sign|log) ?in (?:to (?:continue|view|access|your|see|read|proceed)|required|with|or (?:sign up|create|register))|please (?:sign|log) ?in|you (?:must|need to|have to) (?:be )?(?:sign|log)(?:ged|ned)? ?in|(?:sign|log)-?in required',
  "enter your (?:e-?mail|username|password|phone)|forgot(?:ten)? (?:your )?password|create (?:an |your )?account|don(?:’|')t have an account|already have an account|continue with (?:google|apple|facebook|microsoft|github|email|sso)|(?:use|via|using) (?:single sign-on|sso)|session (?:has )?expired",
  '(?:verify|confirm|enter) your (?:age|date of birth|birthday)|are you (?:over|at least) (?:1[368]|21)|(?:you must be|i am) (?:at least )?(?:1[368]|21)\\+? ?(?:years)?|age (?:verification|gate|check)|of legal age',
  '(?:members|subscribers) only|subscribe to (?:continue|read)|this content is (?:private|restricted|password)|password[- ]protected|request access',
  'anmelden|einloggen|connectez-vous|se connecter|iniciar sesi[óo]n|accedi al|fa[çc]a login|inloggen|登录|ログイン|로그인',
)

export const SHELL = anyOf(
  '(?:enable|requires?|need|turn on|activate|without) javascript|javascript (?:is )?(?:disabled|required|must be enabled|to run this app)|noscript',
  '^\\W*loading\\b|loading(?:\\.\\.\\.|…)|please wait|redirecting|you (?:are being|will be) redirected|if you are not redirected',
  'browser (?:is )?(?:not supported|unsupported|out of date)|unsupported browser|update your browser',
)

export const CONSENT = anyOf(
  'we (?:and our partners )?(?:use|store|value).{0,60}(?:cookies|privacy)|this (?:site|website) uses cookies|cookie (?:settings|preferences|consent)|accept (?:all )?cookies|manage (?:your )?(?:cookie|consent)',
)

export const LOADING_END =
  /(?:loading(?:\.\.\.|…)|show more|read more|load more|continue reading|view more|see more|weiterlesen|lire la suite)$/i

/** JSON, scripts or styles shown as text. */
export function looksLikeCode(text: string): boolean {
  const start = text.slice(0, 4000).trim()
  if (start === '') return false
  if (/^[[{]/.test(start) && /^[[{]\s*(?:["'{[\]}\d-]|true|false|null)/.test(start))
    return /":|\],|\},|"\s*\]/.test(start)
  const marks = start.match(/[{};=<>]|\bfunction\b|=>|\bvar\b|\bconst\b|!important/g)?.length ?? 0
  return marks > start.length / 25 && marks > 20
}
