import type { SentencesOf } from './sentence.ts'

/** Giving out households, taking back what was typed, and the folder between the machines. */
export const fieldworkSentences: SentencesOf<'fieldwork'> = {
  'fieldwork.same-machine': ({ name }) => ({
    what: `这些户本来就在“${name}”上。`,
    now: '转派请选另一台笔记本；要让它重新领取的，请重新写出原来的任务包。',
  }),
  'fieldwork.nothing-to-assign': () => ({
    what: '按这些条件没有要派发的户。',
    now: '请换村组或条件；已在其他笔记本上的户，要勾选“已在外的也派”。',
  }),
  'fieldwork.nothing-to-return': () => ({
    what: '本机没有这一轮的任务，也没有录入，不用写出。',
    now: '请先接收任务包。',
  }),
  'fieldwork.conflict-changed': () => ({
    what: '您看的时候，这一项又有新的录入，没有按您的选择写入。',
    now: '已重新列出全部说法，请再选一次。',
  }),
  'fieldwork.found-known': ({ name, place }) => ({
    what: `${name}（${place}）已经在本机，没有再加一户。`,
    now: '请在走访任务里找到这一户录入；家里多了人，直接在那一户里加。',
  }),
  'fieldwork.found-registered': ({ name, place }) => ({
    what: `户主${name}已在登记簿：${place}，不能再立一户。`,
    now: '请并入那一户；确已分开过的，先在那一户办“分户”，再并入分出来的户。',
  }),
  'fieldwork.found-changed': () => ({
    what: '您看的时候，这一户又有新的包到了，或已由别人定过，没有按您的选择写入。',
    now: '已重新列出，请再看一遍再定。',
  }),
  'fieldwork.folder-missing': () => ({
    what: '还没有选交换文件夹。',
    now: '请选择 U 盘或共享文件夹；也可以一个一个选文件。',
  }),
  'fieldwork.folder-away': ({ folder }) => ({
    what: `找不到“${folder}”，U 盘可能没有插好。`,
    now: '请插好 U 盘再试，或另选一个文件夹。',
  }),
  'fieldwork.not-written': ({ fileName }) => ({
    what: `“${fileName}”没有写好：读回来核对不一致，或者盘满了、写不进去。`,
    now: '请换一个 U 盘或腾出空间再写一次。包已经留在本机，不会丢。',
  }),
}
