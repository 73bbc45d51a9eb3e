/** Checks a bundle of evidence in the reader's browser; without JavaScript it says how to check it by hand. */
import { evidenceCheckPath, methodologyPath } from '../address.ts'
import { CHECK_ASSET } from '../asset.ts'
import type { Page, WebOptions } from '../site.ts'

export async function evidenceCheckPage({ evidence }: WebOptions): Promise<Page> {
  const keys = (await evidence?.verifierKeys()) ?? []
  return {
    kind: 'page',
    title: 'Check evidence',
    description: 'Checks a bundle of evidence in your browser; the file is not sent anywhere.',
    canonical: evidenceCheckPath,
    crumbs: [],
    section: null,
    script: CHECK_ASSET.path,
    body: (
      <>
        <h1>Check evidence</h1>
        <p class="lead">
          A bundle of evidence (<code>.wacz</code>) is checked here in your browser. The file is not sent anywhere.
        </p>
        <div class="panel" data-evidence-drop="">
          <p>
            <label for="evidence-file">Choose a file, or drop it here</label>
          </p>
          <input id="evidence-file" type="file" accept=".wacz,application/wacz" disabled data-evidence-file="" />
          <noscript>
            <p>Without JavaScript, check it on your machine as said below.</p>
          </noscript>
        </div>
        <section aria-live="polite" aria-label="Result" data-evidence-result="" />
        <section aria-labelledby="by-hand">
          <h2 id="by-hand">Without this page</h2>
          <p>
            <code>clausewatch verify FILE.wacz</code> does the same and checks timestamps, too, without a network. By
            hand: every bundle holds a <code>README.md</code> with the commands for <code>sha256sum</code>,{' '}
            <code>openssl</code> and a few lines of Python.
          </p>
        </section>
        {keys.length > 0 && (
          <section aria-labelledby="keys">
            <h2 id="keys">Keys of this archive</h2>
            <p>A bundle of this archive is signed by one of these. Compare it with one that you have from elsewhere.</p>
            <ul>
              {keys.map((key) => (
                <li>
                  <code class="hash" data-log-key="">
                    {key}
                  </code>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="quiet">
          <a href={methodologyPath}>What evidence proves, and what not</a>
        </p>
      </>
    ),
  }
}
