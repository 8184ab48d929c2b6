import type { CreditCodeRule } from '../domain/credit-code.ts'
import type { Custody, HolderKind } from '../domain/register-fields.ts'

interface Account {
  readonly status: 'active' | 'closed'
  readonly ownerStatus: string
  readonly ownerName: string
  readonly holderKind: HolderKind
  readonly isOwners: boolean
  readonly custody: Custody
  readonly creditCodeRule: CreditCodeRule | undefined
  readonly hasGuardian: boolean
  readonly confirmation: 'none' | 'wanted' | 'done'
}

/** What has to be looked into about an account, for the household page; none of it blocks anything here. */
export function accountWarnings(account: Account): string[] {
  if (account.status === 'closed') return []
  const { holderKind, ownerName } = account
  const said: readonly (readonly [boolean, string])[] = [
    [account.ownerStatus === 'dead', `${ownerName}已死亡，账户应停用或由承接人另开`],
    [holderKind === 'own' && !account.isOwners, '户名与本人姓名不一致'],
    [holderKind === 'guardian' && !account.hasGuardian, '监护证明没有登记，或已经到期'],
    [account.custody === 'village-cadre', '卡由村干部保管，须说明'],
    [account.custody === 'other', '卡由他人保管，须说明'],
    [
      holderKind === 'organisation' && account.creditCodeRule === 'credit-code-length',
      '统一社会信用代码不是 18 位，或有代码里没有的字母',
    ],
    [account.creditCodeRule === 'credit-code-check', '统一社会信用代码校验位不符，请照证照核对'],
    [account.confirmation === 'wanted', '新登记或改过，等第二人核对'],
  ]
  return said.flatMap(([applies, sentence]) => (applies ? [sentence] : []))
}
