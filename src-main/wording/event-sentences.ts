import type { HouseholdEventKind } from '../domain/household/event-kind.ts'
import { listed } from './sentence.ts'

/** 家庭事件 */
export const eventLabels: { readonly [K in HouseholdEventKind]: string } = {
  split: '分户',
  merge: '合户',
  'change-householder': '户主变更',
  'move-in': '迁入',
  'move-out': '迁出',
  death: '死亡',
  'take-over': '承接',
  restore: '恢复登记',
}

/** 死亡的后果 of one application. */
export const outcomeLabels = {
  'take-over': '由承接人承接，重新送审',
  stop: '停发',
  'pay-until': '发至期满后停发',
  unaffected: '本期不受影响',
  'has-left': '已打包，须撤出报送包或另办停付',
} as const

interface EventPerson {
  readonly name: string
  readonly part: string
}

/** What an event says to a clerk: who did what, and who follows. */
export function eventSentence(event: {
  readonly kind: HouseholdEventKind
  readonly people: readonly EventPerson[]
  readonly place: string
}): string {
  const of = (...parts: string[]) => {
    const names = event.people.filter(({ part }) => parts.includes(part)).map(({ name }) => name)
    return names.length === 0 ? '' : listed(names, 8)
  }
  return says[event.kind](of, event.place)
}

type Names = (...parts: string[]) => string

const says: { readonly [K in HouseholdEventKind]: (of: Names, place: string) => string } = {
  split: (of) => `${of('mover', 'new-householder')}分出另立一户，户主${of('new-householder')}${head(of)}`,
  merge: (of) => `${of('mover')}并入本户${head(of)}`,
  'change-householder': (of) => {
    const former = of('former-householder')
    return former === '' ? `${of('householder')}任户主` : `户主由${former}变为${of('householder')}`
  },
  'move-in': (of, place) =>
    `${of('mover', 'householder')}迁入${place === '' ? '' : `（从${place}）`}${head(of)}`,
  'move-out': (of, place) => `${of('mover')}迁出${place === '' ? '' : `（往${place}）`}${head(of)}`,
  death: (of) => `${of('dead')}死亡${head(of)}${successor(of)}`,
  'take-over': (of) => `${of('successor')}承接${of('from')}的在办申报`,
  restore: (of) => `${of('restored')}恢复在册`,
}

function head(of: Names): string {
  const name = of('householder', 'successor-householder')
  return name === '' ? '' : `；户主为${name}`
}

function successor(of: Names): string {
  const name = of('successor', 'successor-householder')
  return name === '' ? '' : `；承接人${name}`
}
