/** Fictional policies in several languages and lengths, for pages that tests build around them. */

export type Section = { readonly heading: string; readonly paragraphs: readonly string[] }

export const PRIVACY: readonly Section[] = [
  {
    heading: '1. Personal data we collect',
    paragraphs: [
      'Larkspur Chat collects personal data that you give us when you create an account, such as your name, your email address and the payment details that our processor needs.',
      'We also collect the prompts and files that you send to the services, and log data such as your internet protocol address, browser type and the time of your request.',
    ],
  },
  {
    heading: '2. How we use personal data',
    paragraphs: [
      'We use personal data to provide and maintain the services, to prevent fraud and abuse, and to comply with legal obligations that apply to us.',
      'We do not use the content of business accounts to train our models unless the account owner has given explicit consent to it in the settings.',
    ],
  },
  {
    heading: '3. Disclosure',
    paragraphs: [
      'We may disclose personal data to vendors and service providers that process it on our behalf under written agreements, and to authorities where the applicable law requires it.',
    ],
  },
  {
    heading: '4. Your rights',
    paragraphs: [
      'Depending on where you live you may have the right to access, correct, delete or export your personal data, and to object to its processing. Write to privacy@larkspur.example to exercise these rights.',
      'You may lodge a complaint with the supervisory authority of your place of residence at any time without prejudice to any other remedy.',
    ],
  },
  {
    heading: '5. Retention',
    paragraphs: [
      'We retain personal data for as long as your account exists and delete it within thirty days after you close it, unless a legal obligation requires us to keep it for longer.',
    ],
  },
  {
    heading: '6. Changes to this policy',
    paragraphs: [
      'We may change this privacy policy. We will tell you about important changes by email at least thirty days before they take effect.',
    ],
  },
]

export const TERMS: readonly Section[] = [
  {
    heading: '1. Acceptance',
    paragraphs: [
      'By using Larkspur Chat you agree to these terms of service. If you do not agree you may not use the services. You must be at least sixteen years old.',
    ],
  },
  {
    heading: '2. Your account',
    paragraphs: [
      'You are responsible for all activity under your account and must keep your password secret. You shall not share the account with anyone outside of your organisation.',
      'We may suspend or terminate your account if you breach these terms, and you may close it at any time in the settings.',
    ],
  },
  {
    heading: '3. Content and licence',
    paragraphs: [
      'You keep all rights in the content that you submit. You grant us a limited licence to host and process this content to the extent needed to provide the services to you.',
    ],
  },
  {
    heading: '4. Disclaimer of warranties',
    paragraphs: [
      'The services are provided as they are, without warranties of any kind. We do not warrant that the output is accurate, complete or fit for a particular purpose.',
    ],
  },
  {
    heading: '5. Limitation of liability',
    paragraphs: [
      'To the extent permitted by applicable law, our total liability under these terms shall not exceed the fees that you paid in the twelve months before the event that gave rise to the claim.',
    ],
  },
  {
    heading: '6. Governing law and disputes',
    paragraphs: [
      'These terms are governed by the laws of Ireland. The courts of Dublin have exclusive jurisdiction over any dispute that arises out of them.',
    ],
  },
]

/** The same privacy policy in other languages, short but whole. */
export const TRANSLATED: Readonly<Record<string, { readonly title: string; readonly sections: readonly Section[] }>> = {
  de: {
    title: 'Datenschutzerklärung',
    sections: [
      {
        heading: '1. Welche Daten wir erheben',
        paragraphs: [
          'Wir erheben personenbezogene Daten, die Sie uns bei der Erstellung eines Kontos mitteilen, zum Beispiel Ihren Namen, Ihre E-Mail-Adresse und die Zahlungsdaten, die unser Dienstleister benötigt.',
          'Außerdem verarbeiten wir die Eingaben und Dateien, die Sie an die Dienste senden, sowie Protokolldaten wie Ihre IP-Adresse und den Zeitpunkt Ihrer Anfrage.',
        ],
      },
      {
        heading: '2. Ihre Rechte',
        paragraphs: [
          'Sie haben das Recht auf Auskunft, Berichtigung und Löschung Ihrer personenbezogenen Daten und können der Verarbeitung jederzeit widersprechen. Eine erteilte Einwilligung können Sie widerrufen.',
        ],
      },
    ],
  },
  fr: {
    title: 'Politique de confidentialité',
    sections: [
      {
        heading: '1. Les données que nous collectons',
        paragraphs: [
          'Nous collectons les données personnelles que vous nous communiquez lors de la création de votre compte, comme votre nom, votre adresse électronique et les informations de paiement nécessaires.',
          'Nous traitons aussi les contenus que vous envoyez aux services ainsi que des données techniques comme votre adresse IP et la date de votre demande.',
        ],
      },
      {
        heading: '2. Vos droits',
        paragraphs: [
          'Vous disposez du droit d’accéder à vos données, de les rectifier et de les effacer, et vous pouvez vous opposer à leur traitement ou retirer votre consentement à tout moment.',
        ],
      },
    ],
  },
  es: {
    title: 'Política de privacidad',
    sections: [
      {
        heading: '1. Qué datos recopilamos',
        paragraphs: [
          'Recopilamos los datos personales que usted nos facilita al crear una cuenta, como su nombre, su dirección de correo electrónico y los datos de pago que necesita nuestro proveedor.',
          'También tratamos los contenidos que envía a los servicios y los datos técnicos, como su dirección IP y la hora de su solicitud.',
        ],
      },
      {
        heading: '2. Sus derechos',
        paragraphs: [
          'Usted tiene derecho a acceder a sus datos personales, a rectificarlos y a suprimirlos, y puede oponerse al tratamiento o retirar el consentimiento en cualquier momento.',
        ],
      },
    ],
  },
  it: {
    title: 'Informativa sulla privacy',
    sections: [
      {
        heading: '1. Quali dati raccogliamo',
        paragraphs: [
          'Raccogliamo i dati personali che ci fornisci quando crei un account, come il nome, l’indirizzo di posta elettronica e i dati di pagamento necessari al nostro fornitore.',
          'Trattiamo inoltre i contenuti che invii ai servizi e i dati tecnici come il tuo indirizzo IP e l’ora della richiesta.',
        ],
      },
      {
        heading: '2. I tuoi diritti',
        paragraphs: [
          'Hai il diritto di accedere ai tuoi dati personali, di rettificarli e di cancellarli, e puoi opporti al trattamento o revocare il consenso in qualsiasi momento.',
        ],
      },
    ],
  },
  nl: {
    title: 'Privacybeleid',
    sections: [
      {
        heading: '1. Welke gegevens wij verzamelen',
        paragraphs: [
          'Wij verzamelen persoonsgegevens die u aan ons geeft wanneer u een account aanmaakt, zoals uw naam, uw e-mailadres en de betaalgegevens die onze dienstverlener nodig heeft.',
          'Wij verwerken ook de inhoud die u naar de diensten stuurt en technische gegevens zoals uw IP-adres en het tijdstip van uw verzoek.',
        ],
      },
      {
        heading: '2. Uw rechten',
        paragraphs: [
          'U hebt het recht om uw persoonsgegevens in te zien, te laten verbeteren of te laten verwijderen en u kunt op elk moment bezwaar maken of uw toestemming intrekken.',
        ],
      },
    ],
  },
  pl: {
    title: 'Polityka prywatności',
    sections: [
      {
        heading: '1. Jakie dane zbieramy',
        paragraphs: [
          'Zbieramy dane osobowe, które podajesz nam podczas zakładania konta, takie jak imię i nazwisko, adres poczty elektronicznej oraz dane płatnicze potrzebne naszemu dostawcy.',
          'Przetwarzamy także treści przesyłane do usług oraz dane techniczne, takie jak adres IP i czas żądania.',
        ],
      },
      {
        heading: '2. Twoje prawa',
        paragraphs: [
          'Masz prawo dostępu do swoich danych osobowych, ich sprostowania i usunięcia, a także możesz w każdej chwili sprzeciwić się przetwarzaniu lub wycofać zgodę.',
        ],
      },
    ],
  },
  ja: {
    title: 'プライバシーポリシー',
    sections: [
      {
        heading: '1. 収集する個人情報',
        paragraphs: [
          '当社は、お客様がアカウントを作成する際に提供される氏名、電子メールアドレス、支払い情報などの個人情報を収集します。また、サービスに送信される内容や、IPアドレスなどの技術情報も処理します。',
        ],
      },
      {
        heading: '2. お客様の権利',
        paragraphs: [
          'お客様は、ご自身の個人情報へのアクセス、訂正、削除を求める権利を有し、いつでも同意を撤回することができます。詳しくは当社までお問い合わせください。',
        ],
      },
    ],
  },
}

export function bodyOf(title: string, sections: readonly Section[], updated = 'Last updated: 3 March 2026'): string {
  const parts = sections.map(
    ({ heading, paragraphs }) => `<h2>${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
  )
  return `<h1>${title}</h1><p>${updated}</p>${parts.join('\n')}`
}

/** A page as sites build them: navigation before, footer after, the document in the middle. */
export function pageOf(content: string, options: { readonly title?: string; readonly lang?: string } = {}): string {
  return `<!doctype html><html lang="${options.lang ?? 'en'}"><head><meta charset="utf-8"><title>${options.title ?? 'Larkspur Chat'}</title></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/pricing">Pricing</a></li><li><a href="/docs">Docs</a></li></ul></nav></header>
<main>${content}</main>
<footer><ul><li><a href="/privacy">Privacy</a></li><li><a href="/terms">Terms</a></li></ul><p>© 2026 Larkspur Chat Ltd.</p></footer>
</body></html>`
}
