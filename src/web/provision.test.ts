import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mainWords, openTestSite, type TestSite } from './fixtures/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site[Symbol.asyncDispose]())

async function page(path: string): Promise<string> {
  const response = await site.web.request(path)
  expect(response.status).toBe(200)
  return response.text()
}

const LAW = '/platforms/hazelmoor/terms-of-service/who-decides-CW-P-000001'

describe('the page of a provision', () => {
  it('stands under platform, document and title, and every other address of it leads there', async () => {
    const byId = await site.web.request('/cw-p-000001')
    expect([byId.status, byId.headers.get('location')]).toEqual([302, LAW])
    const older = await site.web.request('/platforms/hazelmoor/terms-of-service/courts-CW-P-000001')
    expect([older.status, older.headers.get('location')]).toEqual([301, LAW])
    expect((await site.web.request('/CW-P-000099')).status).toBe(404)
    expect((await site.web.request('/platforms/hazelmoor/terms-of-service/nothing')).status).toBe(404)
  })

  it('quotes its newest wording, and lists every wording with what changed', async () => {
    const said = mainWords(await page(LAW))
    expect(said).toContain('An arbitrator of Hazelmoor decides about kettles.')
    expect(said).toContain('Courts of Hazelmoor decide.')
    expect(said).toContain('usual in the field')
    expect(said).toContain('Governing law')
    expect(said).toContain('medium confidence')
    expect(await page(LAW)).toContain('https://hazelmoor.example/terms#:~:text=An%20arbitrator')
  })

  it('says how it ended where it did', async () => {
    const said = mainWords(await page('/platforms/hazelmoor/privacy-policy/privacy-rights-CW-P-000003'))
    expect(said).toContain('It is not in the document any more')
    expect(said).toContain('No successor found in the 2 documents followed of this platform')
  })

  it('is named by the effects of a change, in the margin of a version and on the page of its document', async () => {
    const changes = await site.store.db.selectFrom('change').select('number').where('document_number', '=', 1).execute()
    expect(await page(`/changes/CW-C-0000${changes[0]!.number}`)).toContain(LAW)
    const { number } = await site.store.db
      .selectFrom('version')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('document_number', '=', 1)
      .executeTakeFirstOrThrow()
    const version = await page(`/versions/CW-V-${String(number).padStart(6, '0')}`)
    expect(version).toContain('class="margin-note"')
    expect(version).toContain(LAW)
    expect(await page('/platforms/hazelmoor/terms-of-service')).toContain(LAW)
  })
})

describe('the comparison', () => {
  it('tells how often an answer is given, of how many', async () => {
    const said = mainWords(await page('/comparison'))
    expect(said).toContain('Governing law')
    expect(said).toMatch(/Stated by 1 of 2 platforms with an assessed document, in 1 of \d+ different texts/)
  })

  it('shows one question over all platforms, with the words it rests on', async () => {
    const said = mainWords(await page('/comparison?fact=law.governing'))
    expect(said).toContain('“An arbitrator of Hazelmoor decides about kettles.”')
    expect(said).toMatch(/not stated in 1 document/)
    expect((await site.web.request('/comparison?fact=nothing')).status).toBe(404)
  })

  it('sets platforms side by side, and passes over those that are not there', async () => {
    const said = mainWords(await page('/comparison?platform=hazelmoor&platform=&platform=gone&platform=thorn-ivy'))
    expect(said).toContain('Hazelmoor, Thorn & Ivy')
  })
})
