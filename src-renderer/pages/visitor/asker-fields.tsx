import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { Asker } from './visitor.ts'

interface Props {
  readonly asker: Asker
  onChange(asker: Asker): void
}

/** 谁来问 — the person, or somebody for them whose papers were looked at; it is printed and kept. */
export function AskerFields({ asker, onChange }: Props): ReactNode {
  return (
    <div className="line">
      <Radio.Group
        aria-label="谁来办"
        value={asker.kind}
        onChange={({ target }) =>
          onChange(
            target.value === 'self'
              ? { kind: 'self' }
              : { kind: 'other', name: '', relation: '', papers: '' },
          )
        }
        options={[
          { value: 'self', label: '本人来' },
          { value: 'other', label: '代办人来' },
        ]}
      />
      {asker.kind === 'other' && (
        <>
          <Input
            aria-label="代办人姓名"
            placeholder="代办人姓名"
            maxLength={20}
            style={{ width: 110 }}
            value={asker.name}
            onChange={({ target }) => onChange({ ...asker, name: target.value })}
          />
          <Input
            aria-label="与本人关系"
            placeholder="与本人关系"
            maxLength={20}
            style={{ width: 100 }}
            value={asker.relation}
            onChange={({ target }) => onChange({ ...asker, relation: target.value })}
          />
          <Input
            aria-label="看过的证件、委托书"
            placeholder="看过的证件、委托书"
            maxLength={60}
            style={{ width: 190 }}
            value={asker.papers}
            onChange={({ target }) => onChange({ ...asker, papers: target.value })}
          />
        </>
      )}
    </div>
  )
}

/** Said before the click where somebody's papers are still to be written down. */
export function whyNotYet(asker: Asker): string | null {
  if (asker.kind === 'self') return null
  const isWhole =
    asker.name.trim().length >= 2 && asker.relation.trim() !== '' && asker.papers.trim().length >= 2
  return isWhole ? null : '请先填代办人的姓名、关系和看过的证件'
}
