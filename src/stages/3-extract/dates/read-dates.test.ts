import { describe, expect, test } from 'vitest'
import { readDates } from './read-dates.ts'

const block = (text: string) => ({
  kind: 'paragraph' as const,
  depth: 0,
  number: null,
  headingPath: [],
  text,
  links: [],
})
const read = (...texts: string[]) => readDates(texts.map(block), 'en', '2026-11-21T10:00:00Z')
const exact = (on: string) => expect.objectContaining({ kind: 'exact', on })

describe('stated dates', () => {
  test.each([
    ['Last updated: March 7, 2024', '2024-03-07'],
    ['Last Updated March 7th, 2024', '2024-03-07'],
    ['UpdatedJanuary 10, 2024', '2024-01-10'],
    ['Updated: 1 December 2025', '2025-12-01'],
    ['Last modified on 2024-10-01 (past versions)', '2024-10-01'],
    ['This policy was last revised on the 3rd of May 2023.', '2023-05-03'],
    ['Version dated 14. Februar 2025', null],
    ['Stand: 14. Februar 2025', '2025-02-14'],
    ['Dernière mise à jour : 3 août 2024', '2024-08-03'],
    ['Última actualización: 5 de enero de 2026', '2026-01-05'],
    ['更新日：2025年3月4日', '2025-03-04'],
    ['Last updated: 25/12/2024', '2024-12-25'],
    ['Last updated: 04.05.2024', '2024-05-04'],
    ['December 19, 2024', '2024-12-19'],
    ['Published: 30 July 2025', '2025-07-30'],
  ])('%s', (text, on) => {
    const { stated } = read('Terms of Service', text)
    if (on) expect(stated).toEqual(exact(on))
  })

  test('a spelling with two readings is a range', () => {
    expect(read('Last updated: 04/05/2024').stated).toEqual({
      kind: 'approximate',
      from: '2024-04-05',
      to: '2024-05-04',
      printed: '04/05/2024',
    })
  })

  test('a month without a day is a range', () => {
    expect(read('Last Updated: November 2025').stated).toEqual({
      kind: 'approximate',
      from: '2025-11-01',
      to: '2025-11-30',
      printed: 'November 2025',
    })
  })

  test('a relative date keeps its words and the range that it implies', () => {
    expect(read('Updated 4 months ago').stated).toEqual({
      kind: 'approximate',
      from: '2026-06-21',
      to: '2026-07-21',
      printed: 'Updated 4 months ago',
    })
    expect(readDates([block('Updated over a week ago')], 'en', undefined).stated).toBeNull()
  })

  test('the label may stand in the block before', () => {
    expect(read('Last updated', 'June 4, 2025').stated).toEqual(exact('2025-06-04'))
  })
})

describe('effective dates', () => {
  test.each([
    ['Effective June 17, 2025Previous Version', '2025-06-17'],
    ['Effective Date: 11/13/2024', '2024-11-13'],
    ['These terms are effective as of 1 May 2026.', '2026-05-01'],
    ['Gültig ab 1. Mai 2026', '2026-05-01'],
    ['Updated and effective: 2 May 2026', '2026-05-02'],
  ])('%s', (text, on) => {
    expect(read('Terms', text).effective).toEqual(exact(on))
  })

  test('both dates are kept apart', () => {
    const { stated, effective } = read('Published: 30 July 2025', 'Effective: 30 September 2025')
    expect([stated, effective]).toEqual([exact('2025-07-30'), exact('2025-09-30')])
    const inOne = read('Last updated 3 March 2026. Effective 1 April 2026.')
    expect([inOne.stated, inOne.effective]).toEqual([exact('2026-03-03'), exact('2026-04-01')])
  })

  test('dates of other things are not taken', () => {
    const { stated, effective } = read(
      'Terms',
      'We were founded on 3 May 2011 in Dublin and have served people since then with care.',
      'The Regulation of 27 April 2016 applies to the processing of personal data by controllers.',
    )
    expect([stated, effective]).toEqual([null, null])
    expect(read('Last updated: February 30, 2024').stated).toBeNull()
  })
})
