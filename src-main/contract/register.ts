import { z } from 'zod'
import { accountFields, householdFields, personFields } from '../domain/register-fields.ts'
import { historyLine, householdPage } from './household-page.ts'
import { command, query } from './kinds.ts'
import { done, id, pageOf, paged, villageCode } from './values.ts'

const householdRow = z.object({
  householdId: id,
  householdNo: z.string(),
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  householderName: z.string(),
  householderIdMasked: z.string(),
  householderPending: z.boolean(),
  status: z.enum(['registered', 'cancelled', 'moved-out']),
  members: z.int(),
  phoneMasked: z.string(),
})

const searchHit = z.object({
  personId: id,
  householdId: id.nullable(),
  name: z.string(),
  idMasked: z.string(),
  villageName: z.string(),
  groupName: z.string(),
  relation: z.string(),
  householdNo: z.string(),
  /** By what they were found. */
  matched: z.enum(['name', 'pinyin', 'id-number', 'account-no', 'phone', 'household-no', 'place']),
})

const reason = z.string().trim().min(2).max(200)
/** Values as typed: the core says field by field what is wrong with them. */
const typed = <F extends string>(fields: readonly [F, ...F[]]) =>
  z.partialRecord(z.enum(fields), z.string().max(200))
/** The versions of the fields as they were read; a field somebody else has changed since is refused. */
const seen = z.record(z.string(), z.int()).optional()
const changed = z.object({ changed: z.array(z.string()) })

export const registerContract = {
  summary: query.output(
    z.object({
      villages: z.int(),
      households: z.int(),
      people: z.int(),
      pendingHouseholders: z.int(),
      byVillage: z.array(
        z.object({ villageCode, villageName: z.string(), households: z.int(), people: z.int() }),
      ),
    }),
  ),
  households: query
    .input(
      z.object({
        villageCode: villageCode.optional(),
        pendingOnly: z.boolean().default(false),
        /** 在册, or those that have ended: 销户、整户迁出. */
        status: z.enum(['registered', 'ended']).default('registered'),
        ...pageOf,
      }),
    )
    .output(paged(householdRow)),
  household: query.input(z.object({ householdId: id })).output(householdPage),
  /** 变更记录 — every value, who, when, why and from where. */
  history: query.input(z.object({ householdId: id })).output(z.array(historyLine)),
  /** 查看全号 — one full number for a stated reason; leaves a trace. */
  reveal: command
    .input(
      z.object({
        subject: z.enum(['id-number', 'account-no', 'phone']),
        subjectId: id,
        reason: z.string().trim().min(2).max(200),
      }),
    )
    .output(z.object({ value: z.string() })),
  search: query
    .input(z.object({ text: z.string().trim().min(1).max(50), limit: z.int().min(1).max(50).default(50) }))
    .output(z.object({ hits: z.array(searchHit), total: z.int(), milliseconds: z.number() })),
  /** 关联户主 — ends 户主待补. */
  linkHouseholder: command
    .input(z.object({ householdId: id, version: z.int(), personId: id, reason: z.string().trim().min(2) }))
    .output(done),
  /** Moves a person made from a roll line into the household they belong to, or makes one for them. */
  joinHousehold: command
    .input(
      z.object({
        personId: id,
        householdId: id,
        relation: z.string().trim().min(1),
        reason: z.string().trim().min(2),
      }),
    )
    .output(done),
  changePerson: command
    .input(z.object({ personId: id, changes: typed(personFields), seen, reason }))
    .output(changed),
  changeHousehold: command
    .input(z.object({ householdId: id, changes: typed(householdFields), seen, reason }))
    .output(changed),
  /** 登记账户 — waits for a second person's check. */
  addAccount: command
    .input(z.object({ personId: id, values: typed(accountFields), reason }))
    .output(z.object({ accountId: id })),
  changeAccount: command
    .input(z.object({ accountId: id, changes: typed(accountFields), seen, reason }))
    .output(changed),
  setAccountStatus: command
    .input(z.object({ accountId: id, status: z.enum(['active', 'closed']), reason }))
    .output(done),
}
