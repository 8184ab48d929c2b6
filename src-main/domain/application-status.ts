/**
 * The one table of what may follow what for an application (申报). Payment is not a status but a ledger of
 * its own (one application, many payments); statuses of a publicity or a package are theirs.
 */
const steps = {
  /** 待初审 */
  submitted: {
    approve: 'approved',
    decline: 'declined',
    return: 'returned',
    withdraw: 'withdrawn',
    suspend: 'suspended',
    stop: 'stopped',
  },
  /** 退回补正 — whatever goes wrong after review comes back here */
  returned: { correct: 'submitted', withdraw: 'withdrawn', suspend: 'suspended', stop: 'stopped' },
  /** 初审通过 */
  approved: {
    publish: 'publicizing',
    'pack-unposted': 'packaged',
    return: 'returned',
    withdraw: 'withdrawn',
    suspend: 'suspended',
    stop: 'stopped',
  },
  /** 初审不通过 */
  declined: { return: 'returned' },
  /** 公示中 */
  publicizing: {
    pass: 'publicized',
    object: 'objected',
    'take-down': 'approved',
    return: 'returned',
    stop: 'stopped',
  },
  /** 有异议 */
  objected: { dismiss: 'publicizing', return: 'returned' },
  /** 公示期满 */
  publicized: { pack: 'packaged', return: 'returned', stop: 'stopped' },
  /** 已打包 */
  packaged: { unpack: 'publicized', 'unpack-unposted': 'approved', report: 'reported' },
  /** 已报送 */
  reported: { receive: 'received', return: 'returned', withhold: 'withheld' },
  /** 已签收 */
  received: {
    accept: 'accepted',
    reduce: 'reduced',
    decline: 'declined',
    return: 'returned',
    withhold: 'withheld',
  },
  /** 部门通过 */
  accepted: { withhold: 'withheld', stop: 'stopped', suspend: 'suspended' },
  /** 部门核减 */
  reduced: { withhold: 'withheld', stop: 'stopped', suspend: 'suspended', return: 'returned' },
  /** 中止 */
  suspended: { return: 'returned', stop: 'stopped' },
  /** 停发 */
  stopped: { recover: 'recovering' },
  /** 报送后停付 */
  withheld: { recover: 'recovering', return: 'returned' },
  /** 追缴 */
  recovering: { settle: 'settled' },
  /** 已了结 */
  settled: {},
  /** 撤回 */
  withdrawn: {},
} as const

export type ApplicationStatus = keyof typeof steps
type StepsOf<S extends ApplicationStatus> = keyof (typeof steps)[S]
export type ApplicationStep = { [S in ApplicationStatus]: StepsOf<S> }[ApplicationStatus]

export const applicationStatuses = Object.keys(steps) as readonly ApplicationStatus[]

/** The status after a step, or undefined where the table has no such way. */
export function statusAfter(status: ApplicationStatus, step: ApplicationStep): ApplicationStatus | undefined {
  const ways: Partial<Record<ApplicationStep, ApplicationStatus>> = steps[status]
  return Object.hasOwn(ways, step) ? ways[step] : undefined
}

/** The steps open from a status, in the table's order. */
export function stepsFrom(status: ApplicationStatus): readonly ApplicationStep[] {
  return Object.keys(steps[status]) as ApplicationStep[]
}

/** Where the township may still take a record back by itself: before it is packed. What has left comes back by an answer. */
export function mayBeReturned(status: ApplicationStatus): boolean {
  return ['submitted', 'approved', 'declined', 'publicizing', 'publicized'].includes(status)
}
