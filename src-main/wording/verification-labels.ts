const labels: Readonly<Record<string, string>> = {
  envelope: '加密信封能打开',
  container: '压缩包未被改动',
  members: '文件名和文件数符合格式',
  'two signers': '两个签名出自两把钥匙',
  tagmanifest: '标签清单与文件一致',
  manifest: '内容清单与文件一致',
  header: '包头符合格式',
  'bag-info': '包信息与内容一致',
  permission: '签名人有权报送这类包',
  records: '每条记录符合格式',
  batch: '记录都属于这一批',
  counts: '行数、人数、户数、面积与包头一致',
  total: '金额合计与包头一致',
}

const signers: Readonly<Record<string, string>> = {
  workstation: '工作站',
  approver: '负责人',
  issuer: '出具方',
}

/** What one check of a package is called. */
export function verificationLabel(name: string): string {
  const signature = /^signature \d+-(\w+)$/.exec(name)?.[1]
  if (signature !== undefined) return `${signers[signature] ?? signature}签名有效`
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name
}
