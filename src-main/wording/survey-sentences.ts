import { listed, type SentencesOf } from './sentence.ts'

/** 摸底: rounds, questions and visits. */
export const surveySentences: SentencesOf<'survey'> = {
  'survey.nothing-to-visit': () => ({
    what: '选的这些村没有要走访的户：上年清册里没有户，或都已在进行中的轮次里。',
    now: '请换村、换年份，或改为“全村各户”再开。',
  }),
  'survey.nothing-to-verify': () => ({
    what: '没有可以按清册登记的户：未访的户都是必访、有冲突或有草稿的。',
    now: '请到走访录入逐户处理。',
  }),
  'survey.round-closed': ({ round }) => ({
    what: `“${round}”已经结束，不能再录入。`,
    now: '已录的内容都在；确需补录的，请另开一轮。',
  }),
  'survey.already-in-round': ({ round }) => ({
    what: `这一户已经在“${round}”里。`,
    now: '请在该轮的走访任务里查找这一户。',
  }),
  'survey.unfinished': ({ conflicts, drafts, unvisited, found }) => ({
    what: `这一轮还不能结束：${listed(
      [
        conflicts > 0 ? `${String(conflicts)} 户有冲突待定` : '',
        drafts > 0 ? `${String(drafts)} 户有未存的草稿` : '',
        unvisited > 0 ? `${String(unvisited)} 户未访且没有写明原因` : '',
        found > 0 ? `外业新遇到的 ${String(found)} 户还没有定` : '',
      ].filter((part) => part !== ''),
    )}。`,
    now: '请先逐户处理；确实不再走访的，写明原因后再结束。',
  }),
  'survey.questions-faulty': ({ questions }) => ({
    what: `问卷有问题，没有保存：${listed(questions)}。`,
    now: '请检查这些题的编号、选项、范围和跳转条件，跳转只能看前面的题。',
  }),
}
