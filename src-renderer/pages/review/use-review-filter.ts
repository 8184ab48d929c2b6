import { useSearchParams } from 'react-router'
import type { ApplicationStatus } from '../../../src-main/domain/application-status.ts'
import type { Inputs } from '../../api/calls.ts'

type Input = Pick<Inputs['review']['list'], 'villageCode' | 'status' | 'findings' | 'check'>

export interface ReviewFilter {
  readonly input: Input
  readonly villageCode: string | undefined
  readonly status: ApplicationStatus | undefined
  /** `with`, `without`, or a check's code. */
  readonly finding: string | undefined
  choose(change: {
    village?: string | undefined
    status?: string | undefined
    finding?: string | undefined
  }): void
}

/** The filter stands in the address: it survives a reload and can be linked to. */
export function useReviewFilter(): ReviewFilter {
  const [params, setParams] = useSearchParams()
  const get = (name: string): string | undefined => params.get(name) ?? undefined
  const villageCode = get('village')
  const status = get('status') as ApplicationStatus | undefined
  const finding = get('finding')
  const choose: ReviewFilter['choose'] = (change) => {
    const next = { programme: get('programme'), village: villageCode, status, finding, ...change }
    setParams(
      Object.fromEntries(
        Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      {
        replace: true,
      },
    )
  }
  return {
    input: {
      ...(villageCode ? { villageCode } : {}),
      ...(status ? { status } : {}),
      ...findingInput(finding),
    },
    villageCode,
    status,
    finding,
    choose,
  }
}

function findingInput(finding: string | undefined): Pick<Input, 'findings' | 'check'> {
  if (finding === undefined) return {}
  return finding === 'with' || finding === 'without' ? { findings: finding } : { check: finding }
}
