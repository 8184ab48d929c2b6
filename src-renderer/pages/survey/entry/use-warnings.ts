import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { calls, type Inputs, type Outputs } from '../../../api/calls.ts'
import type { EntrySheet } from './entry-model.ts'

const pauseMilliseconds = 200
const none: Outputs['survey']['warnings'] = []

/** 录入提示 — asked again whenever a number on the page has become another one. */
export function useWarnings(sheet: EntrySheet): Outputs['survey']['warnings'] {
  const { taskId } = sheet.entry
  const asked = JSON.stringify(numbersOn(sheet))
  const settled = useSettled(asked)
  const input = useMemo(
    () => ({ taskId, ...(JSON.parse(settled) as Omit<Inputs['survey']['warnings'], 'taskId'>) }),
    [taskId, settled],
  )
  const found = useQuery({
    ...calls.survey.warnings.queryOptions({ input }),
    // Numbers in full are in the question; they are not kept once the page is left.
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return found.data ?? none
}

function numbersOn(sheet: EntrySheet): Omit<Inputs['survey']['warnings'], 'taskId'> {
  return {
    people: sheet.people.flatMap(({ id }) => {
      const idNumber = sheet.value(id, 'person.idNumber')
      return idNumber ? [{ personId: id, idNumber }] : []
    }),
    accounts: sheet.accounts.flatMap(({ id, personId }) => {
      const accountNo = sheet.value(id, 'account.accountNo')
      return accountNo && personId ? [{ accountId: id, personId, accountNo }] : []
    }),
  }
}

/** The text once it has stood for a moment; the first at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
