import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signNote, verifierKeyOf } from '../log/log-key.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { isSignedBy, parseNote, parseVerifierKey } from './signed-note.ts'

/** The example of the specification (C2SP signed-note). */
const KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

describe('a signed note', () => {
  test('of the specification is verified', async () => {
    expect(await isSignedBy(parseNote(NOTE)!, (await parseVerifierKey(KEY))!)).toBe(true)
  })

  test('whose text was changed is not', async () => {
    const note = parseNote(NOTE.replace('example message', 'example massage'))!
    expect(await isSignedBy(note, (await parseVerifierKey(KEY))!)).toBe(false)
  })

  test('keeps its verdict with lines of unknown keys, also long ones', async () => {
    const mldsa = `— witness.example ${Buffer.alloc(2432, 3).toString('base64')}\n`
    expect(await isSignedBy(parseNote(`${NOTE}${mldsa}`)!, (await parseVerifierKey(KEY))!)).toBe(true)
  })

  test('without a line of the key is not signed by it', async () => {
    const note = parseNote(NOTE.replace('— example.com/foo', '— example.com/bar'))!
    expect(await isSignedBy(note, (await parseVerifierKey(KEY))!)).toBe(false)
  })

  test('that we sign is verified by the key we give out', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const publicKey = Buffer.from(privateKey.export({ format: 'jwk' }).x!, 'base64url')
    const key = { name: 'clausewatch.example/log', publicKey, privateKey }
    const note = signNote('text\nof two lines\n', key)
    expect(await isSignedBy(parseNote(note)!, (await parseVerifierKey(verifierKeyOf(key)))!)).toBe(true)
  })

  test.each([
    ['no blank line', 'text\n— a AAAAAAA=\n'],
    ['a signature that is not base64', 'text\n\n— a ???\n'],
    ['a control character', 'te\txt\n\n— a AAAAAAA=\n'],
    ['no newline at its end', NOTE.slice(0, -1)],
  ])('with %s is none', (_what, text) => {
    expect(parseNote(text)).toBeNull()
  })
})

describe('a verifier key', () => {
  test.each([
    ['the id of another key', KEY.replace('530d903a', '530d903b')],
    ['another kind of key', KEY.replace('+Ae', '+Be')],
    ['no id', 'example.com/foo+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
  ])('with %s is refused', async (_what, text) => {
    expect(await parseVerifierKey(text)).toBeNull()
  })
})

describe('a checkpoint', () => {
  test('of the specification is read', () => {
    const text =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
    expect(parseCheckpoint(text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 })
  })

  test('with a leading zero in its size is none', () => {
    expect(parseCheckpoint(`o\n01\n${Buffer.alloc(32).toString('base64')}\n\n— o AAAAAAA=\n`)).toBeNull()
  })
})
