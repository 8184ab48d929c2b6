/** 家庭事件 — what a household goes through, each recorded in one go. */
export const householdEventKinds = [
  'split',
  'merge',
  'change-householder',
  'move-in',
  'move-out',
  'death',
  'take-over',
  'restore',
] as const
export type HouseholdEventKind = (typeof householdEventKinds)[number]
