import type { PaperKind, TrayReason } from '../domain/paper-kind.ts'

/** 纸件种类 */
export const paperKindLabels: { readonly [K in PaperKind]: string } = {
  'visit-form': '入户调查表',
  'village-register': '村级核实清册',
  'meeting-record': '评议（会议）记录',
}

/** 待归位的原因 — what happened, and what to do with the picture. */
export const trayReasonLabels: { readonly [R in TrayReason]: string } = {
  'no-code': '没有找到二维码：可能没拍全、太糊或被遮住。请看图人工归位，或重拍后再收。',
  'other-township': '这是别的乡镇的件，没有归位。请退给原单位，本站只保留这张图待您处理。',
  'unknown-paper': '二维码上的编号不是本机打印的。可能是别的工作站打的，请核对后人工归位或移除。',
  altered: '二维码的校验码与打印时的对不上，这一页可能被改过或仿造。请与原件核对。',
  voided: '这一件已经作废重印。请核对是不是该用新件；确需采用的，人工归到新件的对应页。',
  'other-village': '这个村不在您的授权范围，没有归位。请交给负责该村的人。',
  'household-open': '空白表已认出页码，还不知道是哪一户。请选户。',
  'notice-not-posted': '这是公示件的照片，但该期公示还没有登记张贴。请先登记张贴，再重新归位。',
}
