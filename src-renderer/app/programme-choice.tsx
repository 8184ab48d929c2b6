import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from './who.tsx'
import type { ChosenProgramme } from './use-programme.ts'

/** The panel's title; it is a choice where more than one programme has terms in force. */
export function ProgrammeChoice({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const { programmeCode, name, choices, choose } = programme
  if (choices.length < 2) return `${name} · ${year} 年`
  return (
    <>
      <Select
        aria-label="补贴项目"
        variant="borderless"
        popupMatchSelectWidth={false}
        className="programme-choice"
        value={programmeCode}
        onChange={choose}
        options={choices.map((row) => ({ value: row.programmeCode, label: row.name }))}
      />{' '}
      {year} 年
    </>
  )
}
