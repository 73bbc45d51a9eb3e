/**
 * Checks a bundle in the browser of whoever has it: the file is read there and goes nowhere, and the policy of the
 * site's pages (no connections) would not let it. `module` is the address of the verification.
 */
export function evidenceCheck(module: string): string {
  return `import { verifyBundle } from ${JSON.stringify(module)}

const input = document.querySelector('[data-evidence-file]')
const drop = document.querySelector('[data-evidence-drop]')
const result = document.querySelector('[data-evidence-result]')
const published = [...document.querySelectorAll('[data-log-key]')].map((key) => key.textContent.trim())

const line = (tag, text, parent) => {
  const element = document.createElement(tag)
  element.textContent = text
  parent.append(element)
  return element
}

const check = async (file) => {
  result.replaceChildren()
  line('p', 'Checking ' + file.name + ' …', result)
  try {
    const verdict = await verifyBundle(new Uint8Array(await file.arrayBuffer()))
    result.replaceChildren()
    result.dataset.verdict = verdict.kind
    if (verdict.kind === 'broken') {
      line('h2', 'It does not hold', result)
      line('p', 'The first part that does not hold is ' + verdict.part + ': ' + verdict.reason + '.', result)
      return
    }
    const { subject, statements, verifierKey, timestamps } = verdict
    line('h2', 'Everything in it holds', result)
    line('p', subject.platform + ', ' + subject.document + ': ' + subject.kind + ' ' + subject.id, result)
    const list = line('ul', '', result)
    for (const { text, by, at } of statements) line('li', text + ' (' + by + (at ? ', ' + at : '') + ')', list)
    line('p', 'Key of the log: ' + verifierKey, result)
    line('p', published.includes(verifierKey)
      ? 'It is a key that this archive publishes.'
      : 'It is not a key that this archive publishes: compare it with the one of the archive that the file names.', result)
    if (timestamps.length > 0)
      line('p', 'Timestamps of ' + timestamps.map(({ authority }) => authority).join(', ') + ' are in the file and not checked here; clausewatch verify and openssl check them.', result)
  } catch (cause) {
    result.replaceChildren()
    result.dataset.verdict = 'unknown'
    line('h2', 'It could not be checked', result)
    line('p', globalThis.isSecureContext
      ? 'This browser cannot do what the check needs (Ed25519 signatures): ' + cause.message
      : 'A browser checks signatures only on pages that came by HTTPS or from this machine. Use clausewatch verify instead.', result)
  }
}

input.disabled = false
input.addEventListener('change', () => { if (input.files[0]) check(input.files[0]) })
drop.addEventListener('dragover', (event) => event.preventDefault())
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  const [file] = event.dataTransfer.files
  if (file) check(file)
})
`
}
