import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listBackups } from '../../src-main/store/backup-folder.ts'
import { openConnection, type RawDatabase } from '../../src-main/store/connection.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { appliedMigrations, type Migration } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { openStore } from '../../src-main/store/store.ts'
import { searchPeople } from '../../src-main/store/search.ts'
import { upgradeDatabase } from '../../src-main/store/upgrade.ts'
import { aFolder, someDay } from '../builders/a-data-folder.ts'

const key = new Uint8Array(32).fill(7)
const made: Migration = {
  name: '0001-made-up',
  sql: ['CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT) STRICT'],
}
const added: Migration = {
  name: '0002-added',
  sql: [`ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'`],
}

test('makes the schema of this program from nothing', () => {
  const folder = aFolder()

  upgradeDatabase({ folder, key, now: someDay, isNew: true })

  const raw = opened(folder)
  expect(appliedMigrations(raw)).toEqual(migrations.map((one) => one.name))
  expect(raw.pragma('foreign_key_check')).toEqual([])
})

test('numbers and names every migration in order', () => {
  const names = migrations.map((one) => one.name)

  expect(names).toEqual([...names].sort())
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/)
})

test('0002 brings people registered before it into the search', async () => {
  const folder = aFolder()
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known: migrations.slice(0, 1) })
  const raw = opened(folder)
  raw.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO person (id, name, id_number, sex, birth_date, entered_by, created_at)
    VALUES ('p', '张三', '142625196612159806', 'male', '1966-12-15', 'u', 'x')`)
  raw.close()

  upgradeDatabase({ folder, key, now: someDay })

  const store = openStore(folder, key, () => undefined)
  onTestFinished(() => store.close())
  await store.inTransaction(async () => undefined)
  const scope = { programmes: 'all', villages: 'all' } as const
  expect((await searchPeople(store.reader, { text: 'zs', limit: 5, scope })).hits[0]?.name).toBe('张三')
})

test('0011 keeps every person, account and change of before, and guards what an account may be', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0011')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO person (id, name, id_number, sex, birth_date, entered_by, created_at)
    VALUES ('p', '张三', '142625196612159806', 'male', '1966-12-15', 'u', 'x');
    INSERT INTO account (id, person_id, holder_name, account_no, kind, entered_by, created_at) VALUES ('a', 'p', '张三', '6229', 'card', 'u', 'x');
    INSERT INTO value_change (entity, entity_id, field, old_value, new_value, reason, changed_by, changed_at)
    VALUES ('person', 'p', 'phone', '', '1', '电话核对', 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(raw.prepare('SELECT died_on, moved_on, death_source FROM person').get()).toEqual({
    died_on: null,
    moved_on: null,
    death_source: '',
  })
  expect(raw.prepare('SELECT holder_kind, custody, status, confirmation FROM account').get()).toEqual({
    holder_kind: 'own',
    custody: '',
    status: 'active',
    confirmation: 'none',
  })
  expect(raw.prepare('SELECT event_id, source FROM value_change').get()).toEqual({
    event_id: null,
    source: '',
  })
  expect(() => raw.exec(`UPDATE account SET custody = 'bank'`)).toThrow('CHECK')
  expect(() => raw.exec(`UPDATE account SET status = 'lost'`)).toThrow('CHECK')
})

test('0005 leaves packages of before without paper, and takes paper only whole', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0005')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO recipient (id, name, kind, age_recipient, added_by, added_at) VALUES ('r', '局', 'department', 'age1', 'u', 'x');
    INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO vault_file (sha256, size, extension, kind, added_by, added_at) VALUES ('s', 1, 'ykt', 'x', 'u', 'x')`)
  before.exec(`INSERT INTO export_package (id, kind, programme_code, year, recipient_id, supplementary, status, header, bag_sha256, counts, total_fen, built_by, built_at)
    VALUES ('e', 'applications', 'NY01', 2026, 'r', 0, 'built', '{}', 's', '{}', 1, 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  const columns = 'paper_approver, paper_signed_on, paper_scan_sha256'
  expect(raw.prepare(`SELECT ${columns}, total_fen FROM export_package`).get()).toEqual({
    paper_approver: null,
    paper_signed_on: null,
    paper_scan_sha256: null,
    total_fen: 1,
  })
  const set = (text: string) => () => raw.exec(`UPDATE export_package SET ${text}`)
  expect(set(`paper_approver = '李镇长', paper_signed_on = '2026-07-01'`)).toThrow('CHECK')
  expect(
    set(`paper_approver = '李镇长', paper_signed_on = '2026-07-01', paper_scan_sha256 = 's'`),
  ).not.toThrow()
})

test('0010 keeps imports, roll lines and entries of before, and lets newer lists end them', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0010')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO division (code, name, level, kind) VALUES ('141024101201', '甘亭村委会', 'village', 'x');
    INSERT INTO person (id, name, id_number, sex, birth_date, entered_by, created_at) VALUES ('p', '张三', '142625196612159806', 'female', '1966-12-15', 'u', 'x');
    INSERT INTO account (id, person_id, holder_name, account_no, kind, entered_by, created_at) VALUES ('k', 'p', '张三', '6229', 'card', 'u', 'x')`)
  for (const [id, kind] of [
    ['b', 'farmland-roll'],
    ['d', 'deceased'],
  ])
    before.exec(`INSERT INTO list_batch (id, kind, file_name, file_sha256, sheet, year, lines, accepted, rejected, warned, skipped, headers, imported_by, imported_at)
      VALUES ('${id}', '${kind}', '清册.xlsx', 's', '表1', 2025, 1, 1, 0, 0, 0, '[]', 'u', 'x')`)
  before.exec(`INSERT INTO roster_line (id, batch_id, line, programme_code, year, village_code, group_name, person_id, name, area_centi_mu, rate_yuan, amount_fen, account_id)
      VALUES ('r', 'b', 5, 'NY01', 2025, '141024101201', '1组', 'p', '张三', 350, '67.03', 23461, 'k');
    INSERT INTO external_entry (batch_id, line, kind, id_number, name, on_day, facts) VALUES ('d', 3, 'deceased', '142625196612159806', '张三', '2026-01-02', '{}')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(
    raw
      .prepare(
        'SELECT i.kind, i.programme_code, b.id FROM list_batch b JOIN list_import i ON i.id = b.import_id ORDER BY b.id',
      )
      .all(),
  ).toEqual([
    { kind: 'farmland-roll', programme_code: 'NY01', id: 'b' },
    { kind: 'deceased', programme_code: null, id: 'd' },
  ])
  expect(
    raw.prepare('SELECT area_centi_mu, quantity_centi, month, account_id, facts FROM roster_line').all(),
  ).toEqual([{ area_centi_mu: 350, quantity_centi: null, month: null, account_id: 'k', facts: '{}' }])
  expect(raw.prepare('SELECT on_day, level, ended_by FROM external_entry').all()).toEqual([
    { on_day: '2026-01-02', level: '', ended_by: null },
  ])
  expect(() => raw.exec(`DELETE FROM roster_line; DELETE FROM account`)).not.toThrow()
})

test('0015 gives out what rounds of before already hold, and keeps a revoked name free', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0015')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO division (code, name, level, kind) VALUES ('141024101201', '甘亭村委会', 'village', 'x');
    INSERT INTO programme (code, name, department, unit, cycle, confidence) VALUES ('NY01', '耕地', '局', '亩', '年', 'x');
    INSERT INTO household (id, household_no, village_code, created_at) VALUES ('h', 'H1', '141024101201', 'x');
    INSERT INTO survey_question_set (id, programme_code, version, title, questions, source, entered_by, entered_at) VALUES ('q', 'NY01', 1, 't', '[]', 's', 'u', 'x');
    INSERT INTO survey_round (id, programme_code, year, name, question_set_id, status, opened_by, opened_at) VALUES ('r', 'NY01', 2026, 'n', 'q', 'open', 'u', 'x');
    INSERT INTO survey_task (id, round_id, household_id, village_code, group_name, household_version) VALUES ('t', 'r', 'h', '141024101201', '', 1)`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  const machine = (id: string) => () =>
    raw.exec(`INSERT INTO machine (id, kind, name, fingerprint, public_key_pem, age_recipient, enrolled_by, enrolled_at, answer)
      VALUES ('${id}', 'field', '1 号笔记本', '${id}', 'p', 'a', 'u', 'x', '')`)
  machine('m1')()
  expect(machine('m2')).toThrow('UNIQUE')
  raw.exec(`UPDATE machine SET revoked_by = 'u', revoked_at = 'x', revoked_reason = '丢失'`)
  expect(machine('m2')).not.toThrow()
  expect(() =>
    raw.exec(`INSERT INTO field_assignment (id, round_id, machine_id, visitors, note, assigned_by, assigned_at) VALUES ('a', 'r', 'm2', '[]', '', 'u', 'x');
    INSERT INTO field_assignment_task (assignment_id, task_id, household_version) VALUES ('a', 't', 1)`),
  ).not.toThrow()
})

test('0014 keeps evidence of before as stated, and lets no picture lie at a page that was never printed', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0014')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT INTO division (code, name, level, kind) VALUES ('141024101201', '甘亭村委会', 'village', 'x');
    INSERT INTO programme (code, name, department, unit, cycle, confidence) VALUES ('NY01', '耕地', '局', '亩', '年', 'x');
    INSERT INTO programme_terms (id, programme_code, year, version, status, terms, entered_by, entered_at) VALUES ('t', 'NY01', 2026, 1, 'draft', '{}', 'u', 'x');
    INSERT INTO vault_file (sha256, size, extension, kind, added_by, added_at) VALUES ('s', 1, 'jpg', 'x', 'u', 'x');
    INSERT INTO publicity (id, serial, edition, programme_code, year, village_code, terms_id, status, document, frozen_hash, lines, area_centi_mu, amount_fen, frozen_by, frozen_at)
    VALUES ('p', '2026-001', 1, 'NY01', 2026, '141024101201', 't', 'frozen', '{}', 'h', 1, 1, 1, 'u', 'x');
    INSERT INTO publicity_evidence (id, publicity_id, kind, phase, taken_on, place, posted_by, file_sha256, late, added_by, added_at)
    VALUES ('e', 'p', 'photo', 'start', '2026-07-01', '公示栏', '李', 's', 0, 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(raw.prepare('SELECT taken_on, time_source FROM publicity_evidence').get()).toEqual({
    taken_on: '2026-07-01',
    time_source: 'stated',
  })
  raw.exec(`INSERT INTO survey_question_set (id, programme_code, version, title, questions, source, entered_by, entered_at) VALUES ('q', 'NY01', 1, 'x', '{}', 'x', 'u', 'x');
    INSERT INTO survey_round (id, programme_code, year, name, question_set_id, status, opened_by, opened_at) VALUES ('r', 'NY01', 2026, 'x', 'q', 'open', 'u', 'x');
    INSERT INTO paper_document (id, serial, kind, round_id, village_code, pages, lines, content_sha256, printed_sha256, extension, printed_by, printed_at)
    VALUES ('d', 'DC2026-0001', 'visit-form', 'r', '141024101201', 1, 1, 'c', 's', 'pdf', 'u', 'x');
    INSERT INTO paper_page (document_id, page_no, check_code) VALUES ('d', 1, 'AAAAAAAA');
    INSERT INTO paper_intake (id, keep_place, started_by, started_at) VALUES ('i', 0, 'u', 'x');
    INSERT INTO paper_scan (id, intake_id, file_name, file_sha256, file_page, file_pages, picture_sha256, width, height, time_source, state, added_by, added_at)
    VALUES ('n', 'i', 'a.jpg', 'f', 0, 1, 's', 1, 1, 'imported', 'attached', 'u', 'x')`)
  expect(() => raw.exec(`INSERT INTO paper_scan_place VALUES ('n', 'd', 1)`)).not.toThrow()
  expect(() => raw.exec(`INSERT INTO paper_scan_place VALUES ('n', 'd', 2)`)).toThrow('FOREIGN KEY')
  expect(() => raw.exec(`UPDATE paper_scan SET time_source = 'taken'`)).toThrow('CHECK')
  expect(() =>
    raw.exec(`INSERT INTO paper_intake (id, keep_place, started_by, started_at) VALUES ('j', 1, 'u', 'x')`),
  ).toThrow('CHECK')
})

test('keeps the rows and a backup of what was before', async () => {
  const folder = aFolder()
  withOneThing(folder)

  upgradeDatabase({ folder, key, now: someDay, known: [made, added] })

  expect(opened(folder).prepare('SELECT * FROM thing').all()).toEqual([{ id: 1, name: '犁', colour: 'red' }])
  const [backup] = await listBackups(folder)
  expect(backup).toMatchObject({ name: '20260701T010000000Z-before-upgrade', verified: true })
  const copy = openConnection(join(pathsIn(folder).backups, backup!.name, 'onecard.db'), key, 'read')
  expect(copy.prepare('SELECT * FROM thing').all()).toEqual([{ id: 1, name: '犁' }])
  copy.close()
})

test.each([
  ['a statement that fails', 'INSERT INTO nothing VALUES (1)'],
  [
    'a broken reference',
    'CREATE TABLE part (thing_id INTEGER REFERENCES thing(id)); INSERT INTO part VALUES (99)',
  ],
])('changes nothing at all after %s', (_, bad) => {
  const folder = aFolder()
  withOneThing(folder)
  const failing = { name: '0003-failing', sql: ['DELETE FROM thing', bad] }

  expect(() => upgradeDatabase({ folder, key, now: someDay, known: [made, added, failing] })).toThrow()

  const raw = opened(folder)
  expect(appliedMigrations(raw)).toEqual([made.name])
  expect(raw.prepare('SELECT * FROM thing').all()).toEqual([{ id: 1, name: '犁' }])
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('refuses a file with changes this program does not know, or other ones', () => {
  const folder = aFolder()
  withOneThing(folder)
  const other = { ...made, name: '0001-other' }

  for (const known of [[], [other, added]]) {
    expect(() => upgradeDatabase({ folder, key, now: someDay, known })).toThrow('storage.newer-version')
  }
})

function withOneThing(folder: string): void {
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known: [made] })
  const raw = openConnection(pathsIn(folder).database, key, 'write')
  raw.exec(`INSERT INTO thing (name) VALUES ('犁')`)
  raw.close()
}

function opened(folder: string): RawDatabase {
  const raw = openConnection(pathsIn(folder).database, key, 'write')
  onTestFinished(() => void raw.close())
  return raw
}

test('0016 refuses a whole-number export without a second person, and takes nothing off the ledger', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0016')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x'), ('v', 'wang', '王', 'x', 'x');
    INSERT INTO value_change (entity, entity_id, field, old_value, new_value, reason, changed_by, changed_at) VALUES ('person', 'p', 'phone', '1', '2', 'x', 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(raw.prepare('SELECT count(*) FROM value_change').pluck().get()).toBe(1)
  raw.exec(`INSERT INTO full_export_request (id, kind, title, work, scope, rows, people, columns, content_sha256, reason, recipient, status, asked_by, asked_at)
    VALUES ('r', 'extract', 't', '{}', '{}', 1, 1, '[]', 's', '核对', '局', 'waiting', 'u', 'x')`)
  const decide = (by: string) => () =>
    raw.exec(`UPDATE full_export_request SET status = 'approved', decided_by = '${by}' WHERE id = 'r'`)
  expect(decide('u')).toThrow('CHECK')
  expect(decide('v')).not.toThrow()
  const entry = (id: string, full: number, second: string) => () =>
    raw.exec(`INSERT INTO export_ledger (id, serial, kind, title, columns, conditions, full_numbers, rows, people, villages, programmes, file_name, file_sha256, size,
        reason, recipient, request_id, made_by, second_by, made_at, kept_until)
      VALUES ('${id}', '${id}', 'extract', 't', '[]', '', ${full}, 1, 1, '[]', '[]', 'f', 's', 1, '核对', '局', 'r', 'u', ${second}, 'x', 'y')`)
  expect(entry('a', 1, 'NULL')).toThrow('CHECK')
  expect(entry('b', 1, `'u'`)).toThrow('CHECK')
  expect(entry('c', 1, `'v'`)).not.toThrow()
  expect(() => raw.exec('DELETE FROM export_ledger')).toThrow('never shortened')
  expect(() => raw.exec(`UPDATE export_ledger SET rows = 0`)).toThrow('never changed')
})

test('0018 keeps what was typed of found households, and a decision says what became of them', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0018')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x');
    INSERT OR IGNORE INTO programme (code, name, department, unit, cycle, confidence) VALUES ('NY01', '耕地', '局', '亩', '年', '证');
    INSERT INTO survey_question_set (id, programme_code, version, title, questions, source, entered_by, entered_at) VALUES ('q', 'NY01', 99, 't', '[]', 's', 'u', 'x');
    INSERT INTO survey_round (id, programme_code, year, name, question_set_id, status, opened_by, opened_at) VALUES ('r', 'NY01', 2026, '摸底', 'q', 'open', 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(raw.prepare('SELECT count(*) FROM survey_round').pluck().get()).toBe(1)
  raw.exec(`INSERT INTO found_household (task_id, household_id, round_id, machine_id, household_no, village_code, group_name, address, found_by, found_at)
    VALUES ('t', 'h', 'r', 'm', '', '141024101200', '', '', '王', 'x');
    INSERT INTO found_edit (id, task_id, subject, field, value, supersedes, workstation_id, edited_by, editor_name, edited_at)
    VALUES ('e', 't', 'p', 'person.name', '张三', '[]', 'm', 'v', '王', 'x')`)
  expect(() => raw.exec(`UPDATE found_edit SET value = '李四'`)).toThrow('never changed')
  expect(() => raw.exec('DELETE FROM found_edit')).toThrow('never removed')
  const decided = `decided_by = 'u', decided_at = 'x'`
  expect(() => raw.exec(`UPDATE found_household SET status = 'taken', ${decided}`)).toThrow('CHECK')
  expect(() => raw.exec(`UPDATE found_household SET status = 'declined'`)).toThrow('CHECK')
  expect(() => raw.exec(`UPDATE found_household SET status = 'declined', ${decided}`)).not.toThrow()
})

test('0023 keeps every application, with no count of its own beside the area', () => {
  const folder = aFolder()
  const known = migrations.filter(({ name }) => name < '0023')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known })
  const before = opened(folder)
  before.exec(`INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x'), ('v', 'wang', '王', 'x', 'x');
    INSERT INTO division (code, name, level, kind) VALUES ('141024101200', '甘亭村', 'village', '村');
    INSERT INTO programme (code, name, department, unit, cycle, confidence) VALUES ('NY01', '耕地', '局', '亩', '年', '证');
    INSERT INTO programme_terms (id, programme_code, year, version, status, terms, entered_by, entered_at) VALUES ('t', 'NY01', 2026, 1, 'draft', '{}', 'u', 'x');
    INSERT INTO person (id, name, id_number, sex, birth_date, entered_by, created_at) VALUES ('p', '张三', '142625196612159806', 'male', '1966-12-15', 'u', 'x');
    INSERT INTO account (id, person_id, holder_name, account_no, kind, entered_by, created_at) VALUES ('k', 'p', '张三', '8900000001', 'passbook', 'u', 'x');
    INSERT INTO application (id, programme_code, year, terms_id, village_code, group_name, beneficiary_id, payee_id, account_id, area_centi_mu, amount_fen, status, entered_by, entered_at)
    VALUES ('a', 'NY01', 2026, 't', '141024101200', '', 'p', 'p', 'k', 350, 23460, 'submitted', 'u', 'x')`)
  before.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  const kept = raw.prepare('SELECT area_centi_mu, amount_fen, quantity_centi FROM application').all()
  expect(kept).toEqual([{ area_centi_mu: 350, amount_fen: 23460, quantity_centi: null }])
  expect(() => raw.exec(`UPDATE application SET quantity_centi = -1`)).toThrow('CHECK')
})

test('0036 keeps the export ledger as it was, still never changed, and knows papers handed to a household', () => {
  const folder = aFolder()
  const before = migrations.filter(({ name }) => name < '0036')
  upgradeDatabase({ folder, key, now: someDay, isNew: true, known: before })
  const old = opened(folder)
  const entry = (id: string, kind: string) => `INSERT INTO export_ledger
    (id, serial, kind, title, columns, conditions, full_numbers, rows, people, villages, programmes, file_name, file_sha256, size,
     reason, recipient, request_id, made_by, second_by, made_at, kept_until)
    VALUES ('${id}', 'DC-${id}', '${kind}', '查询单', '[]', '来访一人', 0, 3, 1, '"all"', '"all"', 'a.pdf', 'x', 9,
     '来访查询', '张三', NULL, 'u', NULL, '2026-07-01', '2029-07-01')`
  old.exec(
    `INSERT INTO user (id, sign_in_name, display_name, term_from, created_at) VALUES ('u', 'li', '李', 'x', 'x')`,
  )
  old.exec(entry('a', 'visitor'))
  old.close()

  upgradeDatabase({ folder, key, now: someDay })

  const raw = opened(folder)
  expect(raw.prepare('SELECT serial, kind, rows, recipient, kept_until FROM export_ledger').all()).toEqual([
    { serial: 'DC-a', kind: 'visitor', rows: 3, recipient: '张三', kept_until: '2029-07-01' },
  ])
  raw.exec(entry('b', 'notice'))
  expect(() => raw.exec(`UPDATE export_ledger SET rows = 4`)).toThrow('the export ledger is never changed')
  expect(() => raw.exec(`DELETE FROM export_ledger`)).toThrow('the export ledger is never shortened')
  expect(() => raw.exec(entry('c', 'whatever'))).toThrow('CHECK')
})
