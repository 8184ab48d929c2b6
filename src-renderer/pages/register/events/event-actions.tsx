import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { eventLabels } from '../../../../src-main/wording/event-sentences.ts'
import { useLetterKeys } from '../../../app/use-letter-keys.ts'
import type { Household } from '../household.ts'
import { DeathDialog } from './death-dialog.tsx'
import { HouseholderDialog } from './householder-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveInDialog } from './move-in-dialog.tsx'
import { MoveOutDialog } from './move-out-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'

const dialogs = {
  death: DeathDialog,
  'change-householder': HouseholderDialog,
  split: SplitDialog,
  merge: MergeDialog,
  'move-in': MoveInDialog,
  'move-out': MoveOutDialog,
  'take-over': TakeOverDialog,
  restore: RestoreDialog,
} as const
type Kind = keyof typeof dialogs

/** In the order of how often they come; each has a letter. */
const offered: readonly (readonly [kind: Kind, letter: string])[] = [
  ['death', 'D'],
  ['change-householder', 'H'],
  ['split', 'F'],
  ['merge', 'M'],
  ['move-in', 'I'],
  ['move-out', 'O'],
]

/** 办理家庭事件 — one dialog at a time; the address names it, so that a finding can lead straight to it. */
export function EventActions({ household }: { readonly household: Household }): ReactNode {
  const [params, setParams] = useSearchParams()
  const asked = params.get('do')
  const isOver = household.status !== 'registered'
  const show = (kind: Kind | undefined): void => {
    if (kind === undefined) params.delete('do')
    else params.set('do', kind)
    setParams(params, { replace: true })
  }
  const open = (kind: Kind) => () => {
    if (!isOver) show(kind)
  }
  useLetterKeys(Object.fromEntries(offered.map(([kind, letter]) => [letter.toLowerCase(), open(kind)])))
  const Dialog = asked !== null && Object.hasOwn(dialogs, asked) ? dialogs[asked as Kind] : undefined
  return (
    <>
      <Dropdown
        disabled={isOver}
        trigger={['click']}
        menu={{
          items: offered.map(([kind, letter]) => ({
            key: kind,
            label: (
              <span className="menu-key">
                {eventLabels[kind]} <kbd>{letter}</kbd>
              </span>
            ),
          })),
          onClick: ({ key }) => show(key as Kind),
        }}
      >
        <Button type="primary">办理家庭事件</Button>
      </Dropdown>
      {Dialog && (
        <Dialog
          household={household}
          personId={params.get('person') ?? undefined}
          onClose={() => show(undefined)}
        />
      )}
    </>
  )
}
