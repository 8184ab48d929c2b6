import type { KinRelation } from '../domain/kin.ts'

export const kinRelationLabels: Readonly<Record<KinRelation, string>> = {
  own: '本人所在户',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  'in-law': '近姻亲（公婆、岳父母、儿媳、女婿等）',
  other: '其他近亲属',
}
