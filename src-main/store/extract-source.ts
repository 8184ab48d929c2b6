import { sql, type RawBuilder } from 'kysely'
import type { ExtractGrain } from '../domain/extract-field.ts'

/** Where the lines of each kind come from: `p` is the person a line is about (of a household its householder), `h` their household. */
interface ExtractSource {
  readonly from: RawBuilder<unknown>
  /** What tells one line from the next within a village, and in which order. */
  readonly order: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  readonly village: RawBuilder<unknown>
  readonly columns: Readonly<Record<string, RawBuilder<unknown>>>
}

const account = sql`LEFT JOIN account k ON k.id = (SELECT id FROM account WHERE person_id = p.id ORDER BY created_at DESC, id DESC LIMIT 1)`
const householder = sql`LEFT JOIN person hh ON hh.id = h.householder_id`
const newestRollLine = sql`LEFT JOIN roster_line r ON h.id IS NULL AND r.id = (SELECT id FROM roster_line WHERE person_id = p.id ORDER BY year DESC, id DESC LIMIT 1)`

const membersOf = sql`(SELECT count(*) FROM person m WHERE m.household_id = h.id AND m.status = 'registered')`
const listed = (kind: string) =>
  sql`EXISTS (SELECT 1 FROM external_entry e JOIN list_batch b ON b.id = e.batch_id WHERE e.id_number = p.id_number AND e.kind = ${sql.lit(kind)} AND e.ended_by IS NULL AND b.undone_at IS NULL)`

const ofPerson = {
  householdNo: sql`h.household_no`,
  householder: sql`hh.name`,
  members: membersOf,
  name: sql`p.name`,
  relation: sql`p.relation`,
  sex: sql`p.sex`,
  age: sql`p.birth_date`,
  birthDate: sql`p.birth_date`,
  idNumber: sql`p.id_number`,
  phone: sql`p.phone`,
  ethnicity: sql`p.ethnicity`,
  hukouKind: sql`p.hukou_kind`,
  personStatus: sql`p.status`,
  deceased: listed('deceased'),
  payroll: listed('payroll'),
  accountNo: sql`k.account_no`,
  accountHolder: sql`k.holder_name`,
  bankName: sql`k.bank_name`,
  remark: sql`p.remark`,
}

export const extractSources: { readonly [G in ExtractGrain]: ExtractSource } = {
  person: {
    from: sql`person p LEFT JOIN household h ON h.id = p.household_id ${newestRollLine} ${householder} ${account}`,
    order: sql`coalesce(h.household_no, '')`,
    id: sql`p.id`,
    village: sql`coalesce(h.village_code, r.village_code)`,
    columns: { ...ofPerson, group: sql`coalesce(h.group_name, r.group_name)` },
  },
  household: {
    from: sql`household h LEFT JOIN person p ON p.id = h.householder_id ${householder} ${account}`,
    order: sql`h.household_no`,
    id: sql`h.id`,
    village: sql`h.village_code`,
    columns: { ...ofPerson, group: sql`h.group_name` },
  },
  application: {
    from: sql`application a JOIN person p ON p.id = a.beneficiary_id LEFT JOIN household h ON h.id = a.household_id ${householder} JOIN account k ON k.id = a.account_id`,
    order: sql`a.programme_code || a.year`,
    id: sql`a.id`,
    village: sql`a.village_code`,
    columns: {
      ...ofPerson,
      group: sql`a.group_name`,
      programme: sql`a.programme_code`,
      year: sql`a.year`,
      area: sql`a.area_centi_mu`,
      rate: sql`a.rate_yuan`,
      amount: sql`a.amount_fen`,
      previousArea: sql`a.previous_area_centi_mu`,
      previousAmount: sql`a.previous_amount_fen`,
      status: sql`a.status`,
    },
  },
  roster: {
    from: sql`roster_line r JOIN list_batch rb ON rb.id = r.batch_id AND rb.undone_at IS NULL JOIN person p ON p.id = r.person_id LEFT JOIN household h ON h.id = p.household_id ${householder} JOIN account k ON k.id = r.account_id`,
    order: sql`r.programme_code || r.year`,
    id: sql`r.id`,
    village: sql`r.village_code`,
    columns: {
      ...ofPerson,
      group: sql`r.group_name`,
      programme: sql`r.programme_code`,
      year: sql`r.year`,
      area: sql`r.area_centi_mu`,
      rate: sql`r.rate_yuan`,
      amount: sql`r.amount_fen`,
      remark: sql`r.remark`,
    },
  },
}
