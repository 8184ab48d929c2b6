import type { KinRelation } from '../../domain/kin.ts'

export interface StaffKinTable {
  id: string
  userId: string
  householdId: string
  relation: KinRelation
  declaredAt: string
  withdrawnBy: string | null
  withdrawnAt: string | null
  withdrawnReason: string
}
