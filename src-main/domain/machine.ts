/** 机器 — the one office workstation 办公室主机 of a township, or a field laptop 外业笔记本 it has enrolled. */
export const machineKinds = ['office', 'field'] as const
export type MachineKind = (typeof machineKinds)[number]

/** 机器名 — what people call a machine and packages are named after; also part of a file name. */
export function isMachineName(name: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} -]{0,18}[\p{L}\p{N}])?$/u.test(name)
}
