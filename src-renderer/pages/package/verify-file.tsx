import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { problemOf } from '../../api/problem-of.ts'
import { useFilePick } from '../../api/use-file-pick.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { VerificationResult } from './verification-result.tsx'

/** 验证 — any package file, ours or another's, check by check. */
export function VerifyFile(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const pick = useFilePick('package')
  const verify = useJob('package.verify')
  const choose = (): void =>
    pick.mutate(undefined, {
      onSuccess: (file) => {
        if (file === null) return
        setOpen(true)
        verify.start({ fileToken: file.token })
      },
    })
  return (
    <>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      <Button icon={<SafetyCertificateOutlined />} loading={pick.isPending} onClick={choose}>
        验证文件…
      </Button>
      <Modal open={isOpen} footer={null} width={760} title="验证报送包文件" onCancel={() => setOpen(false)}>
        <JobProgress title="正在验证" view={verify.view} onCancel={verify.cancel} />
        {verify.result && <VerificationResult result={verify.result} />}
      </Modal>
    </>
  )
}
