import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { askAgain } from '../../api/query-client.ts'

/** 恢复纸 — shown this once; two people keep one half each. */
export function RecoveryHalves({ made }: { readonly made: Outputs['workstation']['setUp'] }): ReactNode {
  const [isKept, setKept] = useState(false)
  return (
    <div className="curtain">
      <main className="card wide">
        <h1>请打印恢复纸</h1>
        <p>
          所有人都忘记密码时，只有两半恢复纸合在一起才能打开数据。<b className="must">只在这里显示一次。</b>
          请两个岗位分开存放，启封要登记。恢复纸不能恢复签名 PIN。
        </p>
        {made.recoveryHalves.map((half, index) => (
          <section className="recovery" key={half}>
            <h3>恢复纸 第 {index + 1} 半（共 2 半）</h3>
            <code>{half}</code>
          </section>
        ))}
        <div className="buttons no-print">
          <Button type="primary" size="middle" onClick={() => window.print()}>
            打印
          </Button>
          <Button size="middle" onClick={() => void saveFile(made.recoverySheet)}>
            另存可打印件
          </Button>
        </div>
        <Checkbox className="no-print" checked={isKept} onChange={(event) => setKept(event.target.checked)}>
          两半都已打印或抄好，交由两人分存
        </Checkbox>
        <Button className="no-print" size="middle" disabled={!isKept} onClick={() => void askAgain()}>
          去登录
        </Button>
      </main>
    </div>
  )
}
