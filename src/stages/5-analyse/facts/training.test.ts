import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const ON = 'We may use your content to train our AI models.'

test.each([
  [ON, 'default-on'],
  ['We do not use your inputs or outputs to train our models.', 'never'],
  ['We will not use Customer Data to train our models without your explicit consent.', 'opt-in'],
  ['We do not use your prompts to train models unless you have opted in.', 'opt-in'],
  [
    'If you do not want us to use your content to train our models, you can opt out in your account settings.',
    'opt-out',
  ],
  [
    'We do not use your data to train our models except when you use a free plan and have not opted out of training.',
    'varies',
  ],
  ['We use your prompts to train our models only when you do not pay and you don’t opt-out of it.', 'opt-out'],
  ['Depending on account type or plan, you can opt out of the use of your inputs for model training.', 'varies'],
  [
    'What you write or upload is yours. We use your content to help you, and, with the consent of the school or of a parent, to train our models.',
    'opt-in',
  ],
  ['We use what young people say to improve our models only if you have agreed to it for their profile.', 'opt-in'],
  ['Your work is used to train our models only if your school or a parent has agreed.', 'opt-in'],
  ['Your prompts train our models only where you allow it.', 'opt-in'],
  ['Acme does not use data of customers to train models without their prior written agreement.', 'opt-in'],
  ['Only with your explicit consent may your recordings be used to train a clone of your voice.', 'opt-in'],
  [
    'Your data is not used to train AI models. We have disabled model training in the accounts of our providers.',
    'never',
  ],
  [
    'We train our models on many sources, including content from your use of our services and content publicly available on the Internet.',
    'default-on',
  ],
  [
    'We use your recordings to train our voice models only with your express consent, which you may withdraw.',
    'opt-in',
  ],
  [
    'Acme9 may use inputs and outputs to train and develop its models, unless you have signed a separate written agreement with Acme9 that expressly forbids such use.',
    'default-on',
  ],
  [
    'We may use the information that you give us, including what you submit through our Services (such as prompts), to train and improve our models.',
    'default-on',
  ],
  ['None of our sub-processors may use Customer Data to train models.', 'never'],
  ['We never use the work of students to train our models.', 'never'],
  ['We will not use Your Input to train our models unless you direct us to do so.', 'opt-in'],
  ['You are in control of whether your documents are used for the training of our models.', 'opt-out'],
  ['We improve our Services, depending on your plan, by using your content to train our models.', 'varies'],
  ['If you use the Service without a paid plan, we use your content to train our models.', 'default-on'],
  ['Each model provider decides under its own terms whether it may use your prompts to train its models.', 'varies'],
  ['The model providers behind our Service do not use your prompts for training.', 'never'],
  ['Your data will not be used to train publicly available AI models.', 'never'],
  [
    'You grant Quillfern a licence to use your content in connection with improving (including for training, optimizing and developing) the Services.',
    'default-on',
  ],
])('"%s" is %s', (text, stance) => {
  expect(stated('training.stance', text)).toBe(stance)
})

test('a way out after a permission makes it an opt-out', () => {
  expect(stated('training.stance', [ON, 'You can opt out of this use at any time.'])).toBe('opt-out')
})

test('a switch beside express consent leaves it an opt-in', () => {
  expect(
    stated('training.stance', [
      'We do not use your prompts to train our models without your explicit opt-in and consent.',
      'In your settings you can control whether we may use your data to train models.',
    ]),
  ).toBe('opt-in')
})

test('what holds for data of a connected service counts where nothing else is said', () => {
  const text = 'We read your files through third-party APIs. This data will not be used for training AI models.'
  const policy = { document: 'Privacy Policy' }
  expect(stated('training.stance', text, policy)).toBe('never')
  expect(stated('training.stance', [text, 'We use your prompts to train our models.'], policy)).toBe('default-on')
  expect(stated('training.stance', 'We do not use it to train AI models.', { heading: 'Google user data' })).toBe(
    'never',
  )
})

test('consent as the legal basis in a table is an opt-in, and another row decides nothing', () => {
  const policy = { document: 'Privacy Policy', heading: 'How we use your data' }
  const table = (basis: string) =>
    `| Purpose | Data | Basis | | Send news | Email | Consent | | To train our AI models | Content | ${basis} |`
  expect(stated('training.stance', table('Consent'), policy)).toBe('opt-in')
  expect(stated('training.stance', table('Legitimate interests'), policy)).toBe('default-on')
})

test('training on some plans and not on others varies', () => {
  expect(
    stated('training.stance', [ON, 'We do not use the data of Enterprise or Team customers to train our models.']),
  ).toBe('varies')
})

test('a way out on some plans only varies', () => {
  const texts = [
    ON,
    'On the Reed and Fern plans you can opt out in the console; on the Free and Moss plans you cannot.',
  ]
  expect(stated('training.stance', texts)).toBe('varies')
})

test('one tariff may be spared, another not', () => {
  expect(
    stated('training.stance', [
      'Texts in paid tariffs are neither stored nor used to train models.',
      'In the free tariff, texts may be stored in order to train our translation models.',
    ]),
  ).toBe('varies')
})

test('a list of purposes under its heading permits training', () => {
  expect(
    stated('training.stance', 'To train and improve our machine learning models.', {
      document: 'Privacy Policy',
      heading: 'How we use your personal data',
    }),
  ).toBe('default-on')
})

test.each([
  'You may not use the output to train competing AI models.',
  'Our models are trained on publicly available information from the Internet.',
  'Our employees receive training on data protection.',
  'You may upload training data to fine-tune your own model.',
  'Developing, training or benchmarking machine learning models with our content is prohibited.',
  'You may not build on the Content without our prior written consent, in particular not train a model on it.',
  'Except where Quillfern permits it, you may not use the Service to create content for the purpose of training an AI model.',
  'Owners of recordings may ask us not to use recordings on public sites for training.',
  'We decide how long to keep personal data by what is needed for training our models.',
  'The data used to train AI models may be of poor quality, and you use the output at your own risk.',
  'Other users and third parties are prohibited from using your content to train an AI system.',
])('"%s" says nothing of training on what readers give', (text) => {
  expect(stated('training.stance', text)).toBeNull()
})

test('a promise for the data of children is none for the rest', () => {
  expect(stated('training.stance', 'Our features do not use children’s data for model training.')).toBeNull()
})

test('under a heading on abuse nothing is said of the reader’s data', () => {
  const text = 'using content of our services to develop machine learning models'
  expect(stated('training.stance', text, { heading: "Don't abuse our services" })).toBeNull()
})

test.each([
  ['You can opt out of training in your account settings.', ['settings']],
  ['You may object to the use of your content to train our models by emailing privacy@quillfern.example.', ['email']],
  ['You can opt out of training our models on your content by completing this form.', ['form']],
  ['You can opt out of training our models by asking our support chatbot.', ['other']],
  ['Read our instructions on how to opt out of our use of your content to train our models.', ['other']],
])('"%s" names its route', (text, routes) => {
  expect(stated('training.optOutRoute', [ON, text])).toEqual(routes)
})

test('a separately signed agreement is a route of its own', () => {
  const text = 'We may use your content to train our AI models unless a separate written agreement says otherwise.'
  expect(stated('training.stance', text)).toBe('default-on')
  expect(stated('training.optOutRoute', text)).toEqual(['contract'])
})

test('"this includes using such content" goes on from what the sentence before says of us', () => {
  expect(
    stated(
      'training.stance',
      'You let us use your submissions. This includes using such content to develop and improve machine-learning models.',
    ),
  ).toBe('default-on')
})

test('a model that readers tune for themselves does not hide what is trained beside it', () => {
  const text =
    'We use your data to (a) provide the service and to fine-tune a model with your input, and (b) improve, enhance, or train our models.'
  expect(stated('training.stance', text)).toBe('default-on')
})

test('a plan that readers do not have is no refusal to train', () => {
  const text =
    'When Customer does not have a paid subscription: we use the content of Customer for the purpose of training our models.'
  expect(stated('training.stance', text)).not.toBe('never')
})

test('no sale for training beside a choice to be in', () => {
  const text =
    'We never sell or license your stories to anyone for AI training, and we do not train our own generative AI on them unless you explicitly opt in.'
  expect(stated('training.stance', text)).toBe('opt-in')
})

test.each([
  'Quillfern may monitor or record telephone conversations with you for quality control and training purposes.',
  'Accessing the content does not grant any right to AI training.',
  'It applies as long as you do not use any of our content to train or develop any AI models.',
  'This trains our models to not repeat personal data, even if prompted.',
  'However, when your request concerns the training of our models, your rights have limits.',
  'Data collected through your use is for information (including to help you train machine learning models), and you may not control vehicles with it.',
  'You will not (a) sell our content; (b) attack the API; or (c) use the content to fine-tune or train a model.',
])('"%s" says nothing of training on what readers give', (text) => {
  expect(stated('training.stance', text)).toBeNull()
})

test.each([
  'We may use outputs or inputs (collectively, “Content”) for our business purposes, including to develop new products and services.',
  'You grant us a right to store the AI Inputs. This includes the right for Quillfern to use the AI Inputs for analytics, product development, and product improvement.',
  'We use your prompts and related information to provide and improve the assistant’s services.',
  'We use this data to evaluate and improve our AI features.',
])('"%s" improves on what readers ask an AI, without the word model', (text) => {
  expect(stated('training.stance', text)).toBe('default-on')
})

test.each([
  'You grant us a license to use Your Content to operate, develop and improve the Services.',
  'Keystrokes and other inputs help us to understand usage and improve product design.',
  'We keep consent and opt-out prompts and notices to improve our services.',
  'Whether you use Quillfern or not, anyone can submit requests about information used to develop and improve AI at Quillfern.',
])('"%s" improves a service and no AI', (text) => {
  expect(stated('training.stance', text)).toBeNull()
})

test('what hosts of models do not do says little beside what Quillfern does', () => {
  expect(
    stated('training.stance', [
      'You grant us a right to store the AI Inputs. This includes the right for Quillfern to use the AI Inputs for product improvement.',
      'They do not use prompts for training their machine learning models.',
    ]),
  ).toBe('default-on')
})

test('what readers are not permitted to do is not what Quillfern does', () => {
  const text =
    'Use any of our content or data in any manner for the development of artificial intelligence technologies.'
  expect(stated('training.stance', text, { heading: 'What am I not permitted to do?' })).toBeNull()
})

test.each([
  ['We use your photos for machine learning purposes.', 'default-on'],
  [
    'Even if you don’t use our app, we may process information about you to develop and improve AI at Quillfern.',
    'default-on',
  ],
  ['Data from a connected calendar will not be used for training of any AI models.', 'never'],
])('"%s" takes a side', (text, stance) => {
  expect(stated('training.stance', text, { document: 'Privacy Policy' })).toBe(stance)
})

test('what readers may not train on is no promise to them', () => {
  const text = 'You will not use any of our materials to develop or improve large language models.'
  expect(stated('training.stance', text)).toBeNull()
})

test.each([
  ['While Quiet Mode is on, your notes are not used to train models.', 'opt-out'],
  ['When the privacy setting is enabled, we do not use your content to train our models.', 'opt-out'],
  ['We use your prompts to improve the training of our models only if you use the free services.', 'varies'],
  ['This license does not permit us to use your content to train models.', 'never'],
  [
    'We do not use your content to train models, and any third-party tools we use are prohibited by contract from keeping it.',
    'never',
  ],
])('"%s" is %s', (text, stance) => {
  expect(stated('training.stance', text)).toBe(stance)
})

test('items of a licence tell what the content is used for', () => {
  const licence = 'You grant us a worldwide license to use your User Content for the limited purposes of:'
  const item = 'Improving our Services (for example, your edits may help train our suggestion engine);'
  expect(stated('training.stance', [licence, item])).toBe('default-on')
  expect(stated('training.stance', ['You will not use our Services for the purposes of:', item])).toBeNull()
})

test.each([
  'Certain tools let you enhance content based on what you give us, including with the use of AI technology.',
  'When you provide photos to improve your AI images, we use artificial intelligence to compare them.',
])('works of the reader that get better train nothing: "%s"', (text) => {
  expect(stated('training.stance', text, { document: 'Privacy Policy' })).toBeNull()
})

test('exceptions that follow as a list leave a refusal open', () => {
  const text = 'We will not train our models on your materials, except in two circumstances:'
  expect(stated('training.stance', text)).toBeNull()
})
