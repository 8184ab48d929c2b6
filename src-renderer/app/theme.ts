import type { ThemeConfig } from 'antd'

/** One green for the main action, red for what must be handled, orange for what must be explained; all readable on white. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#12704a',
    colorLink: '#12704a',
    colorLinkHover: '#0b5537',
    colorLinkActive: '#0b5537',
    colorSuccess: '#1f7a1f',
    colorWarning: '#a85400',
    colorError: '#c4161c',
    colorInfo: '#0b5cad',
    colorSuccessBg: '#eef8ee',
    colorSuccessBorder: '#b5dcb5',
    colorWarningBg: '#fff7e6',
    colorWarningBorder: '#f0cf9a',
    colorErrorBg: '#fff0f0',
    colorErrorBorder: '#f2b8b8',
    colorInfoBg: '#eaf3fc',
    colorInfoBorder: '#b3d1ee',
    colorTextDescription: '#5c6470',
    colorTextTertiary: '#5c6470',
    colorTextQuaternary: '#6b7280',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#667080',
    /** Old machines: what opens is there at once. */
    motion: false,
    borderRadius: 4,
    fontFamily: "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',system-ui,sans-serif",
  },
  components: {
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      rowSelectedBg: '#e3f1e9',
      rowSelectedHoverBg: '#d5eadf',
    },
    Form: { itemMarginBottom: 12 },
  },
}
