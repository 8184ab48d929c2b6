import { z } from 'zod'
import { accountFields, householdFields, personFields } from '../domain/register-fields.ts'
import { historyLine, householdPage } from './household-page.ts'
import { command, exchange, query } from './kinds.ts'
import { day, done, id, pageOf, paged, villageCode } from './values.ts'

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
  status: z.enum(['registered', 'cancelled', 'moved-out', 'dead']),
  matched: z.enum(['name', 'pinyin', 'id-number', 'account-no', 'phone', 'household-no', 'place', 'former']),
})

const reason = z.string().trim().min(2).max(200)
/** Values as typed: the core says field by field what is wrong with them. */
const typed = <F extends string>(fields: readonly [F, ...F[]]) =>
  z.partialRecord(z.enum(fields), z.string().max(200))
/** The versions of the fields as they were read; a field somebody else has changed since is refused. */
const seen = z.record(z.string(), z.int()).optional()
const changed = z.object({ changed: z.array(z.string()) })
const authorisation = {
  kind: z.enum(['guardian', 'agent']),
  name: z.string().max(60),
  idNumber: z.string().max(30),
  relation: z.string().trim().min(1).max(20),
  validTo: day,
  fileToken: z.string(),
}

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
  addAccount: exchange
    .input(
      z.object({
        personId: id,
        values: typed(accountFields),
        /** Must be there for a guardian's account. */
        authorisation: z.object(authorisation).nullable().default(null),
        reason,
      }),
    )
    .output(z.object({ accountId: id })),
  /** 登记授权 — a guardian or an agent, with proof and the day it runs out. */
  authoriseAccount: exchange
    .input(z.object({ accountId: id, ...authorisation }))
    .output(z.object({ authorisationId: id })),
  /** 换卡 — closes the old account; what is on its way is paid to the new one. */
  replaceAccount: command
    .input(
      z.object({
        accountId: id,
        accountNo: z.string().max(40),
        bankName: z.string().trim().max(60).default(''),
        reason,
      }),
    )
    .output(z.object({ accountId: id, moved: z.int(), packed: z.int() })),
  /** 核对账户 — by a second person, who types the number again. */
  confirmAccount: command.input(z.object({ accountId: id, accountNo: z.string().max(40) })).output(done),
  changeAccount: command
    .input(z.object({ accountId: id, changes: typed(accountFields), seen, reason }))
    .output(changed),
  setAccountStatus: command
    .input(z.object({ accountId: id, status: z.enum(['active', 'closed']), reason }))
    .output(done),
}
