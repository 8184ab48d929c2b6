import type { Outputs } from '../../api/calls.ts'

/** 户 — with its members, accounts, land, programmes, evidence and events. */
export type Household = Outputs['register']['household']
export type Member = Household['members'][number]
export type Account = Household['accounts'][number]
export type Transfer = Household['transfers'][number]
export type Parcel = Household['parcels'][number]

/** 在册成员 — who lives in the household now. */
export function livingOf({ members }: Household): readonly Member[] {
  return members.filter(({ status }) => status === 'registered')
}

/** As somebody is told from a namesake in a select: name, relation, age. */
export function memberOption({ personId, name, relation, age }: Member) {
  return { value: personId, label: `${name}（${relation === '' ? '关系未填' : relation}，${age} 岁）` }
}
