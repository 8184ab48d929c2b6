import { useId, useState, type ReactNode, type Ref } from 'react'
import './plain-controls.css'

interface ButtonProps {
  readonly kind?: 'primary' | 'default' | 'link'
  readonly type?: 'button' | 'submit'
  readonly isBusy?: boolean
  readonly children: ReactNode
  onClick?(): void
}

/** A button as antd's looks, for what is shown before antd is there. */
export function PlainButton({
  kind = 'default',
  type = 'button',
  isBusy = false,
  children,
  onClick,
}: ButtonProps): ReactNode {
  return (
    <button type={type} className={`plain-button ${kind}`} aria-busy={isBusy} onClick={onClick}>
      {children}
    </button>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly isSecret?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly below?: ReactNode
  onChange(value: string): void
}

/** One line to fill in, with what is wrong with it beneath. */
export function PlainField({
  label,
  value,
  error,
  isSecret = false,
  ref,
  below,
  onChange,
}: FieldProps): ReactNode {
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <span className={error === undefined ? 'plain-input' : 'plain-input wrong'}>
        <input
          ref={ref}
          id={id}
          type={isSecret && !isShown ? 'password' : 'text'}
          value={value}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => onChange(event.target.value)}
        />
        {isSecret && (
          <button type="button" aria-pressed={isShown} tabIndex={-1} onClick={() => setShown(!isShown)}>
            {isShown ? '隐藏' : '显示'}
          </button>
        )}
      </span>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="must">
          {error}
        </p>
      )}
      {below}
    </div>
  )
}
