import { Component, type ReactNode } from 'react'
import { PlainButton } from '../components/plain-controls.tsx'

interface Props {
  readonly children: ReactNode
}
interface State {
  readonly isBroken: boolean
}

/** A page that breaks does not take the others with it; nothing entered elsewhere is lost. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <section className="broken" role="alert">
        <h2>这一页显示出错了</h2>
        <p className="quiet">已保存的内容都在。请点“重新打开”；仍出错请把正在做的步骤告诉技术支持。</p>
        <PlainButton kind="primary" onClick={() => this.setState({ isBroken: false })}>
          重新打开
        </PlainButton>
      </section>
    )
  }
}
