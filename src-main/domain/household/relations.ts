import { headRelation, membersOf, type PersonState, type Picture, withPeople } from './picture.ts'

/** 与户主关系 by person; whoever is not named keeps theirs, unless they come from another household. */
export type Relations = Readonly<Record<string, string>>

/**
 * Everybody's relation to the head they have now; the head's own is always 户主, nobody else's is. What somebody was in
 * another household `before` says nothing of their relation to the head of this one: left open by the clerk it stays open.
 */
export function withRelations(
  before: Picture,
  picture: Picture,
  { householdId, relations }: { readonly householdId: string; readonly relations: Relations },
): Picture {
  const head = picture.households.get(householdId)?.householderId ?? null
  const kept = (person: PersonState) => {
    const lived = before.people.get(person.id)?.householdId
    const headLived = head === null ? undefined : before.people.get(head)?.householdId
    return headLived === undefined || lived === headLived ? person.relation : ''
  }
  return withPeople(
    picture,
    membersOf(picture, householdId).map((person) => ({
      ...person,
      relation: person.id === head ? headRelation : relationOf(relations[person.id] ?? kept(person)),
    })),
  )
}

/** Where somebody else heads the household, “户主” from before cannot stay; the clerk fills in what it is now. */
function relationOf(relation: string): string {
  return relation.trim() === headRelation ? '' : relation.trim()
}

interface Relative {
  readonly relation: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
}

/**
 * What somebody's relation to a new head most likely is, from both relations to the old one. Empty where more than
 * one answer is likely: the clerk fills it in.
 */
export function proposeRelation(member: Relative, newHead: Relative): string {
  const of = kindOf(member.relation)
  const head = kindOf(newHead.relation)
  const bySex = (male: string, female: string) => (member.sex === 'male' ? male : female)
  const byAge = (older: string, younger: string) => (member.birthDate < newHead.birthDate ? older : younger)
  const sibling = bySex(byAge('兄', '弟'), byAge('姐', '妹'))
  const proposals: Partial<Record<Kin, Partial<Record<Kin, string>>>> = {
    spouse: {
      head: bySex('夫', '妻'),
      child: bySex('子', '女'),
      grandchild: bySex('孙子', '孙女'),
      childInLaw: member.relation,
      parent: bySex('公公', '婆婆'),
    },
    child: {
      head: bySex('父', '母'),
      spouse: bySex('父', '母'),
      child: sibling,
      parent: bySex('祖父', '祖母'),
    },
    parent: { head: bySex('子', '女'), spouse: bySex('女婿', '儿媳'), child: bySex('孙子', '孙女') },
    sibling: { head: sibling, sibling, parent: bySex('父', '母') },
  }
  return proposals[head]?.[of] ?? ''
}

type Kin = 'head' | 'spouse' | 'child' | 'childInLaw' | 'grandchild' | 'parent' | 'sibling' | 'other'

const kinds: readonly (readonly [Kin, RegExp])[] = [
  ['head', /^(户主|本人|小集体户主)$/],
  ['spouse', /^(妻|夫|妻子|丈夫|配偶|之妻|之夫)$/],
  ['childInLaw', /^(儿媳|女婿|媳)/],
  ['grandchild', /孙/],
  ['child', /^(子|女|儿子|女儿|长子|次子|三子|长女|次女|三女|养子|养女|继子|继女|独生子|独生女|.子|.女)$/],
  ['parent', /^(父|母|父亲|母亲)$/],
  ['sibling', /^(兄|弟|姐|妹|哥|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹)$/],
]

function kindOf(relation: string): Kin {
  return kinds.find(([, pattern]) => pattern.test(relation.trim()))?.[0] ?? 'other'
}
