/** 核实方式 — how a household was verified (field-notes 17). */
export type VerificationMode = 'on-site' | 'phone' | 'video' | 'relative' | 'village'

/** What a way of verifying asks for; a programme's question set may say otherwise. */
export interface ModeRequirement {
  readonly mode: VerificationMode
  readonly label: string
  /** Keys of the field dictionary that must be filled in. */
  readonly required: readonly string[]
  readonly visitors: 1 | 2
  /** Whether the household is asked the programme's questions this way. */
  readonly asksQuestions: boolean
  /** 代签人关系 — who may sign in the household's place; empty where nobody may. */
  readonly signerRelations: readonly string[]
  /** How the respondent may confirm what was written down. */
  readonly confirmations: readonly string[]
}

const always = ['visit.on', 'visit.visitor', 'visit.notified']
const family = ['配偶', '子女', '父母', '兄弟姐妹', '孙子女', '儿媳', '女婿', '监护人']

export const verificationModes: readonly ModeRequirement[] = [
  {
    mode: 'on-site',
    label: '入户',
    required: [...always, 'visit.respondent', 'visit.relation', 'visit.confirmation'],
    visitors: 1,
    asksQuestions: true,
    signerRelations: [],
    confirmations: ['signed', 'thumbprint'],
  },
  {
    mode: 'phone',
    label: '电话',
    required: [...always, 'visit.respondent', 'visit.relation', 'visit.phone', 'visit.confirmation'],
    visitors: 1,
    asksQuestions: true,
    signerRelations: [],
    confirmations: ['oral'],
  },
  {
    mode: 'video',
    label: '视频',
    required: [...always, 'visit.respondent', 'visit.relation', 'visit.confirmation'],
    visitors: 1,
    asksQuestions: true,
    signerRelations: [],
    confirmations: ['oral'],
  },
  {
    mode: 'relative',
    label: '委托家属',
    required: [
      ...always,
      'visit.signer',
      'visit.signerRelation',
      'visit.phone',
      'visit.why',
      'visit.confirmation',
    ],
    visitors: 1,
    asksQuestions: true,
    signerRelations: family,
    confirmations: ['signed', 'thumbprint'],
  },
  {
    mode: 'village',
    label: '村组代核',
    required: [...always, 'visit.signer', 'visit.signerRelation', 'visit.why', 'visit.basis'],
    visitors: 1,
    asksQuestions: false,
    signerRelations: ['村民小组长', '村报账员', '村主干', '监委会', '包村干部'],
    confirmations: ['signed', 'none'],
  },
]
