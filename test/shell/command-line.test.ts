import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
const password = 'correct horse 1'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-cli-'))
  const person = (signInName: string, role: string) => ({
    signInName,
    displayName: signInName,
    password,
    roles: [role],
  })
  const input = {
    townshipCode: '141024101000',
    administrator: { signInName: 'administrator', displayName: '管理员', password },
    people: [person('clerk', 'clerk'), person('auditor', 'auditor')],
  }
  await writeFile(join(folder, 'office.json'), JSON.stringify(input))
  made = await onecard(['init', '--data', data(), '--input', join(folder, 'office.json'), '--save', folder])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let made: Outcome
const data = () => join(folder, 'data')

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

async function onecard(args: readonly string[], { env = {}, input = '' } = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, ONECARD_PASSWORD: '', ...env },
  })
  child.stdin.end(input)
  const code = new Promise<number | null>((done) => child.on('close', done))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, err }
}

const as = (signInName: string) => ['--data', data(), '--as', signInName]
const withPassword = { env: { ONECARD_PASSWORD: password } }

test('sets up a data folder and saves its recovery sheet', async () => {
  expect(made).toMatchObject({ code: 0, err: '' })
  const { recoveryHalves, recoverySheet } = JSON.parse(made.out) as {
    recoveryHalves: string[]
    recoverySheet: { path: string }
  }

  expect(recoveryHalves).toHaveLength(2)
  expect((await readFile(recoverySheet.path)).byteLength).toBeGreaterThan(1000)
})

test('answers a call in JSON', async () => {
  const { code, out } = await onecard(['call', 'division.villages', ...as('clerk')], withPassword)

  expect(code).toBe(0)
  expect((JSON.parse(out) as { code: string }[])[0]?.code).toMatch(/^141024101\d{3}$/)
})

test('takes the password from what is piped in', async () => {
  const { code, out } = await onecard(['call', 'session.current', ...as('clerk')], { input: `${password}\n` })

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ signInName: 'clerk' })
})

test('says a refusal in Chinese with its code, and exits with 1', async () => {
  const denied = await onecard(['call', 'user.list', ...as('clerk')], withPassword)
  const wrong = await onecard(['call', 'user.list', ...as('clerk')], {
    env: { ONECARD_PASSWORD: 'wrong password' },
  })

  expect(denied).toMatchObject({ code: 1, out: '' })
  expect(denied.err).toMatch(/没有办理这一步的权限.*permission\.denied/)
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('sign-in.wrong-password')
})

test('names the field of an input that breaks the contract', async () => {
  const { code, err } = await onecard(
    ['call', 'setting.save', '{"values":{"nothing":"x"}}', ...as('clerk')],
    withPassword,
  )

  expect(code).toBe(1)
  expect(err).toContain('values.nothing')
})

test.each([
  [['call', 'register.everything', '--as', 'clerk'], '没有这个过程'],
  [['job', 'review.guess', '--as', 'clerk'], '没有这种作业'],
  [['call', 'division.villages', '{"a":', '--as', 'clerk'], '不是 JSON'],
  [['call', 'division.villages'], '--as'],
  [['nonsense'], 'nonsense'],
])('exits with 2 when it is written wrongly: %j', async (args, said) => {
  const { code, out, err } = await onecard(args, withPassword)

  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(said)
})

test('runs a job on a handed-in file to its end', async () => {
  const roll = resolve(import.meta.dirname, '../../resources/demo/财政供养人员名单.xlsx')
  const job = ['job', 'list.stage', '{"kind":"payroll"}', '--file', `fileToken=${roll}`]

  const { code, out } = await onecard([...job, ...as('clerk')], withPassword)

  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({ stageId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('a job that fails says why', async () => {
  const page = join(folder, 'page.xlsx')
  await writeFile(page, '<!DOCTYPE html><html><body><table><tr><td>姓名</td></tr></table></body></html>')
  const job = ['job', 'list.stage', '{"kind":"payroll"}', '--file', `fileToken=${page}`]

  const { code, err } = await onecard([...job, ...as('clerk')], withPassword)

  expect(code).toBe(1)
  expect(err).toContain('file.is-web-page')
})

test('several steps in one session: a list is read, judged and taken, each answer a line', async () => {
  const steps = join(folder, 'steps.json')
  const list = resolve(import.meta.dirname, '../../resources/demo/死亡人员名单.xls')
  const staged = { job: 'list.stage', input: { kind: 'deceased' }, file: { fileToken: list } }
  await writeFile(steps, JSON.stringify([staged, { job: 'list.commit', input: { stageId: '$1.stageId' } }]))

  const first = await onecard(['run', steps, ...as('clerk')], withPassword)
  const again = await onecard(['run', steps, ...as('clerk')], withPassword)
  const imports = await onecard(['call', 'list.imports', ...as('clerk')], withPassword)

  expect(first).toMatchObject({ code: 0, err: '' })
  expect(
    first.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { step: 1, name: 'list.stage' },
    { step: 2, name: 'list.commit', answer: { kind: 'deceased' } },
  ])
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toMatch(/^第 1 步 list\.stage 没有办成.*\n.*list\.already-imported/)
  expect(JSON.parse(imports.out)).toHaveLength(1)
})

test.each([
  ['{"job":"list.stage"}', '步骤应是 JSON 数组'],
  ['[{"job":"list.stage","call":"division.villages"}]', '步骤应是 JSON 数组'],
  ['[{"call":"register.everything"}]', '没有这个过程'],
  ['[{"job":"list.commit","input":{"stageId":"$1.stageId"}}]', '前面的回答里没有 $1.stageId'],
])('steps written wrongly are refused with exit code 2: %s', async (written, said) => {
  const { code, err } = await onecard(['run', '-', ...as('clerk')], { ...withPassword, input: written })

  expect(code).toBe(2)
  expect(err).toContain(said)
})

test('a file fills a field within a field, and one that is not there is named', async () => {
  const release =
    '{"packageId":"01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081","pin":"12345678","password":"x","paperSignOff":{"approverName":"张三","signedOn":"2026-07-01"}}'
  const job = (path: string) => [
    'job',
    'package.release',
    release,
    '--file',
    `paperSignOff.fileToken=${path}`,
  ]

  const found = await onecard([...job(join(folder, 'office.json')), ...as('clerk')], withPassword)
  const lost = await onecard([...job(join(folder, 'nothing.pdf')), ...as('clerk')], withPassword)

  expect(found.err).toContain('permission.denied')
  expect(lost).toMatchObject({ code: 1, out: '' })
  expect(lost.err).toMatch(/^找不到文件：.*nothing\.pdf/)
})

test('backs up, lists and restores', async () => {
  const backup = await onecard(['backup', ...as('administrator')], withPassword)
  const { name } = JSON.parse(backup.out) as { name: string }
  await onecard(
    ['call', 'setting.save', '{"values":{"email":"later@example.cn"}}', ...as('clerk')],
    withPassword,
  )

  const restored = await onecard(['restore', name, ...as('administrator')], withPassword)
  const settings = await onecard(['call', 'setting.get', ...as('clerk')], withPassword)

  expect(restored).toMatchObject({ code: 0 })
  expect(JSON.parse(restored.out)).toEqual({ restored: name, mendedFiles: 0, missingFiles: 0 })
  expect((JSON.parse(settings.out) as { values: { email: string } }).values.email).toBe('')
})

test('says by name what is wrong with something that is no package, and needs no data folder', async () => {
  const { code, out } = await onecard(['verify', join(folder, 'office.json')])

  expect(code).toBe(1)
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { ok: boolean; detail: string }[] }
  expect(ok).toBe(false)
  expect(checks.some((check) => !check.ok && check.detail.startsWith('package.'))).toBe(true)
})
