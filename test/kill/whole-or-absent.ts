import { expect } from 'vitest'
import { verifyAudit } from '../../src-main/store/audit-verification.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Store } from '../../src-main/store/store.ts'
import { quick } from './desk.ts'

/** What the worker was told by the core before it was killed. */
export interface Acknowledgement {
  readonly seq: number
  readonly hash: string
  readonly email?: string
}

/** Each names what must never be found: half of a step. */
const halves: Readonly<Record<string, string>> = {
  'a register batch without all its people': `SELECT id FROM list_batch b WHERE kind = 'household-register'
    AND accepted <> (SELECT count(*) FROM person WHERE batch_id = b.id)`,
  'a roll batch without all its lines': `SELECT id FROM list_batch b WHERE kind = 'farmland-roll'
    AND accepted <> (SELECT count(*) FROM roster_line WHERE batch_id = b.id)`,
  'a batch without all its rejects': `SELECT id FROM list_batch b
    WHERE rejected <> (SELECT count(*) FROM list_reject WHERE batch_id = b.id)`,
  'people of no batch': `SELECT id FROM person WHERE batch_id IS NULL`,
  'households of no batch': `SELECT id FROM household WHERE batch_id IS NULL`,
  'a batch without its entry': missingEntry('list_import', 'id', 'list.commit'),
  'a batch without its source file': `SELECT id FROM list_batch WHERE file_sha256 NOT IN (SELECT sha256 FROM vault_file)`,
  'somebody nobody can find': `SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM search_document)`,
  'somebody found who is not there': `SELECT person_id FROM search_document WHERE person_id NOT IN (SELECT id FROM person)`,
  'somebody still to be indexed': `SELECT person_id FROM search_pending`,
  'an index of another size': `SELECT 1 WHERE (SELECT count(*) FROM search_document) <> (SELECT count(*) FROM search_index)`,
  'applications other than those rolled forward': `SELECT 1 WHERE (SELECT count(*) FROM application) <>
    (SELECT coalesce(sum(json_extract(details, '$.opened')), 0) FROM audit_entry WHERE action = 'application.roll-forward')`,
  'a status that no step led to': `SELECT id FROM application a WHERE status IS NOT
    (SELECT to_status FROM application_step WHERE application_id = a.id ORDER BY id DESC LIMIT 1)`,
  'a check without its entry': `SELECT 1 WHERE (SELECT count(*) FROM check_run) <>
    (SELECT count(*) FROM audit_entry WHERE action = 'review.check')`,
  'a notice without all its lines': `SELECT id FROM publicity p
    WHERE lines <> (SELECT count(*) FROM publicity_line WHERE publicity_id = p.id)`,
  'a package without all its lines': `SELECT id FROM export_package p WHERE total_fen <>
    (SELECT coalesce(sum(amount_fen), 0) FROM package_application WHERE package_id = p.id)`,
  'a packed line that is not packaged': `SELECT application_id FROM package_application
    JOIN application a ON a.id = application_id WHERE a.status <> 'packaged'`,
  'a packaged record in no package': `SELECT id FROM application WHERE status = 'packaged'
    AND id NOT IN (SELECT application_id FROM package_application)`,
  'a package without its entry': missingEntry('export_package', 'id', 'package.build'),
  'a package without its bytes': `SELECT id FROM export_package WHERE bag_sha256 NOT IN (SELECT sha256 FROM vault_file)`,
  'half a release': `SELECT id FROM export_package WHERE (status = 'released') <> (file_sha256 IS NOT NULL)
    OR (status = 'released') <> (sequence IS NOT NULL)
    OR (status = 'released') <> (id IN (SELECT subject FROM audit_entry WHERE action = 'package.release'))
    OR file_sha256 NOT IN (SELECT sha256 FROM vault_file)`,
}

/** Every step's row has its entry and every entry its row. */
function missingEntry(table: string, id: string, action: string): string {
  const entries = `SELECT subject FROM audit_entry WHERE action = '${action}'`
  return `SELECT ${id} FROM ${table} WHERE ${id} NOT IN (${entries})
    UNION ALL ${entries} AND subject NOT IN (SELECT ${id} FROM ${table})`
}

/** Opens the folder as the next start does and looks at everything; answers when the newest entry was made. */
export async function expectWholeOrAbsent(
  folder: string,
  person: { readonly signInName: string; readonly password: string },
  acknowledged: readonly Acknowledgement[] = [],
): Promise<string> {
  const now = new Date('2026-07-01T01:00:00Z')
  const { store, sweep } = await openWithPassword(folder, person.signInName, person.password, {
    now,
    ...quick,
  })
  try {
    const raw = rawOf(store.reader)
    expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(raw.pragma('foreign_key_check')).toEqual([])
    expect(await verifyAudit(store.reader)).toMatchObject({ ok: true, brokenAt: null })
    expect(sweep.missing).toEqual([])
    expect(halvesIn(store)).toEqual([])
    await readWholeVault(store)
    expectAcknowledged(store, acknowledged)
    return raw.prepare('SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1').pluck().get() as string
  } finally {
    await store.close()
  }
}

function halvesIn(store: Store): string[] {
  const raw = rawOf(store.reader)
  return Object.entries(halves)
    .filter(([, sql]) => raw.prepare(`SELECT count(*) FROM (${sql})`).pluck().get() !== 0)
    .map(([name]) => name)
}

async function readWholeVault(store: Store): Promise<void> {
  const digests = rawOf(store.reader).prepare('SELECT sha256 FROM vault_file').pluck().all() as string[]
  for (const sha256 of digests) expect((await store.vault.read(sha256)).length).toBeGreaterThan(0)
}

function expectAcknowledged(store: Store, acknowledged: readonly Acknowledgement[]): void {
  const raw = rawOf(store.reader)
  const hashAt = raw.prepare('SELECT hash FROM audit_entry WHERE seq = ?').pluck()
  const lost = acknowledged.filter(({ seq, hash }) => hashAt.get(seq) !== hash)
  expect(lost).toEqual([])
  const emails = acknowledged.flatMap(({ email }) => email ?? [])
  const stored = raw.prepare(`SELECT value FROM setting WHERE key = 'email'`).pluck().get() as string
  expect(countIn(stored)).toBeGreaterThanOrEqual(countIn(emails.at(-1) ?? ''))
}

function countIn(email: string): number {
  return Number(/^entry(\d+)@/.exec(email)?.[1] ?? 0)
}
