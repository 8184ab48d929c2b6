import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { checkCatalogue, knownChecks } from '../../../src-main/domain/checks/check-catalogue.ts'
import { checkTitles } from '../../../src-main/domain/checks/check-titles.ts'
import { checkPlaceLabels, checkScopeLabels, checkTexts } from '../../../src-main/wording/check-texts.ts'
import { severityLabels } from '../../../src-main/wording/status-labels.ts'

/** 检查说明 — every check, what it needs, what resolves it; what is not run says so and why. */
export function CheckDrawer({ onClose }: { onClose(): void }): ReactNode {
  return (
    <Drawer open title="检查说明" size={980} onClose={onClose}>
      <p className="quiet">
        拦截的不能通过；须说明的通过时要写核实意见；提示只供参考。名单命中是疑点，名单和行号写在每条疑点下面。
      </p>
      <table className="check-table">
        <thead>
          <tr>
            <th>检查</th>
            <th>等级</th>
            <th>范围</th>
            <th>在哪里查</th>
            <th>用什么查</th>
            <th>怎样解决</th>
          </tr>
        </thead>
        <tbody>
          {knownChecks.map((check) => {
            const { severities, scope, places } = checkCatalogue[check]
            const isRun = !places.some((place) => place === 'not-yet')
            return (
              <tr key={check} className={isRun ? '' : 'quiet'}>
                <td>
                  {checkTitles[check]} <span className="quiet">{check}</span>
                </td>
                <td>{severities.map((severity) => severityLabels[severity]).join('／')}</td>
                <td>{checkScopeLabels[scope]}</td>
                <td>{places.map((place) => checkPlaceLabels[place]).join('、')}</td>
                <td>{checkTexts[check].needs}</td>
                <td>{checkTexts[check].resolves}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Drawer>
  )
}
