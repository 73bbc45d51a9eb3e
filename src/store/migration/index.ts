/** Forward-only migrations, in order of name. A migration that was released is never edited. */
import type { Migration } from 'kysely/migration'
import * as main from './0001-main.ts'
import * as sibling from './0002-sibling.ts'
import * as withdrawal from './0003-withdrawal.ts'
import * as annotation from './0004-annotation.ts'
import * as provision from './0005-provision.ts'
import * as retirement from './0006-retirement.ts'

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-main': main,
  '0002-sibling': sibling,
  '0003-withdrawal': withdrawal,
  '0004-annotation': annotation,
  '0005-provision': provision,
  '0006-retirement': retirement,
}
