import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FilePurpose } from '../api/files.ts'
import { problemOf } from '../api/problem-of.ts'
import { useFilePick } from '../api/use-file-pick.ts'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { SecrecyNotice } from '../components/secrecy-notice.tsx'

interface Props {
  readonly purpose: FilePurpose
  readonly value?: string
  onChange?(token: string): void
}

/** 附件 — a form's field whose value is the file's token. */
export function FilePick({ purpose, value, onChange }: Props): ReactNode {
  const [name, setName] = useState('')
  const pick = useFilePick(purpose)
  const choose = (): void =>
    pick.mutate(undefined, {
      onSuccess: (file) => {
        if (file === null) return
        setName(file.name)
        onChange?.(file.token)
      },
    })
  return (
    <span className="line">
      <Button icon={<PaperClipOutlined />} loading={pick.isPending} onClick={choose}>
        {value ? '换一个文件…' : '选择文件…'}
      </Button>
      {value && name}
      <SecrecyNotice />
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
    </span>
  )
}
