import { Problem } from '../domain/problem.ts'
import { recordAudit } from '../store/audit.ts'
import { readSettings, saveSettings } from '../store/setting-queries.ts'
import type { Reader } from '../store/store.ts'
import type { CommandContext, QueryContext } from './context.ts'

/** 异议渠道和落款 — what every notice prints; without one of these none is made. */
export const settingKeys = [
  'hotlineFinance',
  'hotlineDepartment',
  'hotlineTownship',
  'email',
  'address',
  'acceptedBy',
  'acceptedDuring',
  'signatory',
] as const
export type SettingKey = (typeof settingKeys)[number]
export type Settings = Readonly<Record<SettingKey, string>>

const longestValue = 200

export async function getSettings({ reader }: QueryContext) {
  const stored = await readSettings(reader)
  const values = Object.fromEntries(settingKeys.map((key) => [key, stored.get(key) ?? '']))
  return { values, missing: missingIn(stored) }
}

/** 受理单位 — where a household turns to, as the papers handed to it say; empty where it is not set. */
export async function officeOf(ctx: QueryContext) {
  const { values } = await getSettings(ctx)
  const said = (key: SettingKey) => values[key] ?? ''
  return {
    name: said('acceptedBy'),
    address: said('address'),
    during: said('acceptedDuring'),
    phone: said('hotlineTownship'),
  }
}

/** Everything a notice needs, or the names of what is missing. */
export async function requireSettings(reader: Reader): Promise<Settings> {
  const stored = await readSettings(reader)
  const missing = missingIn(stored)
  if (missing.length > 0) throw new Problem('publicity.setting-missing', { settings: missing })
  return Object.fromEntries(settingKeys.map((key) => [key, stored.get(key) ?? ''])) as Settings
}

export async function changeSettings(
  ctx: CommandContext,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const trimmed = Object.entries(values).map(([key, value]) => ({ key, value: value.trim() }))
  const fields = trimmed.flatMap(({ key, value }) => brokenRule(key, value))
  if (fields.length > 0) throw new Problem('input.invalid', { fields })
  const [savedBy, savedAt] = [ctx.actor.userId, ctx.now().toISOString()]
  await saveSettings(ctx.writer, trimmed, { savedBy, savedAt })
  const details = { keys: trimmed.map(({ key }) => key) }
  await recordAudit(ctx.writer, {
    at: savedAt,
    actor: savedBy,
    action: 'setting.save',
    subject: 'setting',
    details,
  })
}

function missingIn(stored: ReadonlyMap<string, string>): SettingKey[] {
  return settingKeys.filter((key) => !stored.get(key))
}

function brokenRule(key: string, value: string): { path: string; rule: string }[] {
  const known: readonly string[] = settingKeys
  if (!known.includes(key)) return [{ path: `values.${key}`, rule: 'unknown' }]
  return value.length > longestValue ? [{ path: `values.${key}`, rule: 'too-long' }] : []
}
