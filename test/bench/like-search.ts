import { rawOf } from '../../src-main/store/raw.ts'
import type { Reader } from '../../src-main/store/reader.ts'

type Like = (text: string, limit: number) => { personIds: string[]; total: number }

const from = `FROM person p LEFT JOIN household h ON h.id = p.household_id
  LEFT JOIN division d ON d.code = h.village_code LEFT JOIN spelled s ON s.person_id = p.id`

/** Only the columns the text may stand in are asked, so that LIKE has no more to do than it must. */
const asked = {
  digits: {
    where: `p.id_number LIKE '%' || :text OR p.phone LIKE '%' || :text OR h.household_no LIKE '%' || :text
      OR p.id IN (SELECT person_id FROM account WHERE account_no LIKE '%' || :text)`,
    exact: 'p.name = :text',
  },
  letters: {
    where: `s.begins LIKE '%|' || :text || '%' OR s.initials LIKE '%' || :text || '%'`,
    exact: `s.whole LIKE '%|' || :text || '|%'`,
  },
  name: {
    where: `p.name LIKE '%' || :text || '%'`,
    exact: 'p.name = :text',
  },
  nameOrPlace: {
    where: `p.name LIKE '%' || :text || '%' OR (d.name || h.group_name) LIKE '%' || :text || '%'`,
    exact: 'p.name = :text',
  },
}

/** The same question to the same tables, as somebody would ask it without an index. */
export function likeSearch(reader: Reader): Like {
  const raw = rawOf(reader)
  return (text, limit) => {
    const { where, exact } = asked[kindOf(text)]
    const hits = `SELECT p.id, p.household_id, p.name, p.id_number, p.phone, p.relation, h.household_no, d.name, h.group_name
      ${from} WHERE ${where} ORDER BY ${exact} DESC, p.rowid LIMIT :limit`
    const personIds = raw.prepare(hits).pluck().all({ text, limit }) as string[]
    const total = raw.prepare(`SELECT count(*) ${from} WHERE ${where}`).pluck().get({ text }) as number
    return { personIds, total }
  }
}

function kindOf(text: string): keyof typeof asked {
  if (/^\d+[xX]?$/.test(text)) return 'digits'
  if (/^[a-z]+$/.test(text)) return 'letters'
  return [...text].length < 2 ? 'name' : 'nameOrPlace'
}
