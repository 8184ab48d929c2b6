import { type SentencesOf } from './sentence.ts'

type Things = 'storage' | 'workstation' | 'audit' | 'clock' | 'internal'

const callSupport = '请停止办理，不要改动数据文件夹，联系技术支持。'

/** The data folder, the trail, the clock, and our own defects. */
export const storageSentences: SentencesOf<Things> = {
  'storage.damaged': () => ({
    what: '数据文件已损坏，为防止扩大，没有打开。',
    now: '请不要删除任何文件，用最近的备份恢复，或联系技术支持。',
  }),
  'storage.full': ({ needed }) => ({
    what: `磁盘空间不足，这一步没有保存，还需要 ${needed}。`,
    now: '请清理磁盘后再办一次，已保存的数据没有受影响。',
  }),
  'storage.read-only': () => ({
    what: '数据文件夹不能写入，这一步没有保存。',
    now: '请检查磁盘是否写保护、当前账户有没有写入权限，再重试。',
  }),
  'storage.newer-version': ({ fileVersion, programVersion }) => ({
    what: `数据是更新版本的程序写的（数据 ${fileVersion}，本程序 ${programVersion}），没有打开，也没有改动。`,
    now: '请安装新版程序再打开，不要用旧版。',
  }),
  'storage.in-use': ({ folder }) => ({
    what: `数据文件夹“${folder}”正被另一个窗口使用。`,
    now: '请切换到已打开的那个窗口；找不到的，重新启动电脑后再打开。',
  }),
  'storage.unavailable': () => ({
    what: '打不开数据文件，暂时不能办理。',
    now: '请检查磁盘或 U 盘是否还在，再重新打开程序；仍不行的，联系技术支持。',
  }),
  'storage.key-slots-damaged': () => ({
    what: '保存密钥的文件和它的副本都损坏了，密码打不开数据。',
    now: '请用备份里的密钥文件恢复，或启封恢复纸；不要重新初始化。',
  }),
  'storage.network-share': () => ({
    what: '数据文件夹在网络共享盘上，容易损坏，不能使用。',
    now: '请把数据文件夹放在本机磁盘上。',
  }),
  'workstation.busy': () => ({
    what: '另一项作业正在写入数据。',
    now: '请等它做完再试，进度见右上角。',
  }),
  'audit.chain-broken': ({ seq }) => ({
    what: `操作留痕从第 ${seq} 条起对不上，可能有人在程序之外改过数据。`,
    now: `${callSupport}并报告分管领导，留痕原样保存以备查证。`,
  }),
  'clock.went-back': ({ lastSeen }) => ({
    what: `电脑时间比上次使用时（${lastSeen}）还早，公示天数会算错。`,
    now: '请把电脑日期和时间调准，再继续办理。',
  }),
  'internal.unexpected': ({ number }) => ({
    what: `程序出错了，这一步没有办成，编号 ${number}。`,
    now: '请再试一次；仍出错的，把编号告诉技术支持。已保存的数据没有受影响。',
  }),
}
