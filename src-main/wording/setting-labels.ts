/** What the objection channel's settings are called on the page and in refusals. */
export const settingLabels: Readonly<Record<string, string>> = {
  hotlineFinance: '县财政局监督电话',
  hotlineDepartment: '主管部门监督电话',
  hotlineTownship: '乡镇监督电话',
  email: '电子邮箱',
  address: '通信地址',
  acceptedBy: '受理人',
  acceptedDuring: '受理时间',
  signatory: '落款单位',
}
