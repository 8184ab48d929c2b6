import type { ReactNode } from 'react'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { rateByLabels } from '../../../src-main/wording/rate-by-labels.ts'
import { instantText } from '../../format/instant.ts'
import { recheckRuleText } from './recheck-rule-text.ts'
import { RuleSaid } from './rule/rule-said.tsx'
import type { ProgrammeRow } from './programme-row.ts'

type Terms = NonNullable<ProgrammeRow['terms']>

export const hearingTerms: Record<Terms['hearing'], string> = {
  'before-cut': '先听取本人意见',
  'not-required': '不要求听取意见',
}

export const signedRegisters: Record<Terms['signedRegister'], string> = {
  required: '公示前必须有，缺页逐户说明',
  'when-printed': '打印了的，缺页为零或逐户说明才能公示',
  'not-required': '不作公示条件',
}

export const deathConsequences: Record<Terms['deathConsequence'], string> = {
  stop: '停发',
  'stop-next-month': '次月停发',
  'extend-months': '延发若干月',
  'change-householder': '变更户主和收款人，绝户停发',
}

function Standard({ terms }: { readonly terms: Terms }): ReactNode {
  if (terms.rateYuan === null) return `待定标准（${terms.rateText}）`
  if (terms.rateBy !== 'tiers') return `${terms.rateYuan} 元／${terms.unit}`
  return terms.rateTiers.map(({ name, rateYuan, when }) => (
    <p key={name}>
      {name} {rateYuan} 元／{terms.unit}：<RuleSaid text={when} />
    </p>
  ))
}

export function TermsFacts({ terms }: { readonly terms: Terms }): ReactNode {
  return (
    <dl className="facts">
      <dt>补贴标准</dt>
      <dd>
        <Standard terms={terms} />
      </dd>
      {paidBy(terms.unit) !== 'land' && (
        <>
          <dt>标准怎么定</dt>
          <dd>{rateByLabels[terms.rateBy]}</dd>
        </>
      )}
      <dt>标准原文</dt>
      <dd>{terms.rateText}</dd>
      <dt>对象</dt>
      <dd>{terms.beneficiaries}</dd>
      <dt>政策依据</dt>
      <dd>{terms.basis}</dd>
      <dt>来源</dt>
      <dd>{terms.source}</dd>
      <dt>资格基准日</dt>
      <dd>{terms.eligibilityDate}</dd>
      <dt>户主死亡</dt>
      <dd>{deathText(terms)}</dd>
      <dt>资格规则</dt>
      <dd>
        <RuleSaid text={terms.eligibilityRule} />
      </dd>
      <dt>公示</dt>
      <dd>{publicityText(terms.publicity)}</dd>
      <dt>公示地点</dt>
      <dd>{terms.publicity.places}</dd>
      <dt>收款账户</dt>
      <dd>{accountText(terms)}</dd>
      <dt>签批链</dt>
      <dd>{terms.signOffChain.join(' → ')}</dd>
      <dt>签字核实清册</dt>
      <dd>{signedRegisters[terms.signedRegister]}</dd>
      <dt>抽查复核</dt>
      <dd>{recheckRuleText(terms.recheck)}</dd>
      <dt>停发、调减前</dt>
      <dd>{hearingTerms[terms.hearing]}</dd>
      <dt>审核部门</dt>
      <dd>{terms.reviewDepartment}</dd>
      <dt>发放主体</dt>
      <dd>
        {terms.payer}（补发由{terms.reissuer}发起）
      </dd>
      <dt>录入</dt>
      <dd>
        {terms.enteredBy} {instantText(terms.enteredAt)}
      </dd>
      {terms.activatedBy && (
        <>
          <dt>启用</dt>
          <dd>
            {terms.activatedBy} {instantText(terms.activatedAt)}
          </dd>
        </>
      )}
    </dl>
  )
}

function accountText({ guardianAccounts, organisationAccounts }: Terms): string {
  const others = [...(guardianAccounts ? ['监护人账户'] : []), ...(organisationAccounts ? ['对公账户'] : [])]
  return others.length === 0 ? '只付本人账户' : `本人账户；也可付${others.join('、')}`
}

function deathText({ deathConsequence, extendMonths }: Terms): string {
  const text = deathConsequences[deathConsequence]
  return deathConsequence === 'extend-months' ? `${text}：${extendMonths} 个月` : text
}

function publicityText(publicity: Terms['publicity']): string {
  if (!publicity.posted) return '不张榜'
  const days = `${publicity.days} 个${publicity.dayKind === 'calendar' ? '自然日' : '工作日'}`
  const first = publicity.firstDayCounted ? '张贴当日计入' : '张贴次日起算'
  const last = publicity.moveLastDayPastRest ? '末日遇休息日顺延' : '遇休息日不顺延'
  return `${days}，${first}，${last}，${publicity.nameStyle === 'full' ? '印全名' : '只印姓'}`
}
