/** 近亲属 — who is kept from deciding about a household: as a member of staff says of it (field-notes 23; 公务员回避规定). */
export const kinRelations = [
  'own',
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'in-law',
  'other',
] as const
export type KinRelation = (typeof kinRelations)[number]
