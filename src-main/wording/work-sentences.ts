import type { FactsByCode } from '../domain/problem-facts.ts'
import { dayInWords, listed, type SentencesOf } from './sentence.ts'
import { settingLabels } from './setting-labels.ts'
import { labelOf } from './status-labels.ts'

type Things = 'programme' | 'review' | 'publicity' | 'objection' | 'gate' | 'record'

/** Programmes, review and publicity. */
export const workSentences: SentencesOf<Things> = {
  'programme.not-on-list': ({ programme, year }) => ({
    what: `“${programme}”不在 ${String(year)} 年已启用的政策清单里，条款不能启用。`,
    now: '请先在“政策清单”读入县里的清单，或凭依据逐条录入，由第二人核对启用。',
  }),
  'programme.not-active': ({ programme, year }) => ({
    what: `“${programme}”${year} 年的政策条款还没有启用。`,
    now: '请先录入条款和依据，由第二人启用，再办理。',
  }),
  'programme.standard-missing': ({ programme }) => ({
    what: `“${programme}”还没有定补贴标准，不能算钱，也不能出带金额的件。`,
    now: '请在收到县里的标准后录入，由第二人启用。',
  }),
  'programme.terms-incomplete': ({ programme, missing }) => ({
    what: `“${programme}”的政策条款不全，缺：${listed(missing)}。`,
    now: '请补齐后再启用。',
  }),
  'programme.already-active': ({ programme }) => ({
    what: `“${programme}”的这份条款已经由别人启用了。`,
    now: '请刷新查看。',
  }),
  'review.nothing-to-rebut': () => ({
    what: '这条疑点不是拦截级，不用登记“核实不属实”。',
    now: '须说明的疑点，通过时写明核实情况就行。',
  }),
  'review.reason-missing': () => ({
    what: '没有写理由。',
    now: '退回、不予通过，或通过须说明的疑点，都要写明理由，让农户和审计看得懂。',
  }),
  'review.already-applied': ({ name, programme }) => ({
    what: `${name}今年已经有一笔${programme}在办，没有再开一笔。`,
    now: '请在初审列表里找到那一笔，要改的退回补正。',
  }),
  'review.amount-undecided': ({ missing }) => ({
    what: `算不出金额，缺：${missing.join('、')}。`,
    now: '请先补齐登记或导入名单；确实不属于任何一档的，核对条款里各档的条件。',
  }),
  'review.not-heard': ({ cut }) => ({
    what:
      cut === 'stop'
        ? '这一户上次享受过，不通过就是停发，还没有听取本人意见。'
        : '这一笔比上次少了，属于调减，还没有听取本人意见。',
    now: '请先登记听取意见（死亡、自愿放弃、普调可以免听取，也要登记），再作决定。',
  }),
  'review.own-hearing': () => ({
    what: '“免听取”或“找不到本人”只有您自己登记过，不能又由您一个人据此作决定。',
    now: '请经办人或另一位审核人核实后再登记一次，或由另一位审核人作决定。',
  }),
  'review.nothing-cut': () => ({
    what: '这一笔没有停发，也没有比上次少，用不着这份告知书；已作决定的，只能打印与决定相同的一种。',
    now: '请看初审的决定和上次的面积、金额。',
  }),
  'review.nothing-changed': () => ({
    what: '填的和原来一样，什么都没有改。',
    now: '请改正面积或账户；核实后确实不用改的，把这几栏清空，写明依据，照原数送审。',
  }),
  'review.checks-outdated': () => ({
    what: '上次检查之后，数据或名单有变化。',
    now: '请重新检查，再审核。',
  }),
  'review.has-findings': ({ count }) => ({
    what: `还有 ${String(count)} 笔有拦截级疑点，不能通过，也不能报送。`,
    now: '请在资格初审里按疑点筛出来，逐笔核实后退回补正。',
  }),
  'review.stop-waits': ({ count }) => ({
    what: `有 ${String(count)} 笔登记了停发、中止，还没有第二人确认，不能通过、公示或报送。`,
    now: '请审核人或负责人在“停发与追缴”里先确认或不同意。',
  }),
  'review.found-since': ({ count }) => ({
    what: `有 ${String(count)} 笔在初审通过以后又查出须说明的疑点，还没有人说明过。`,
    now: '请在资格初审里按疑点筛出来，退回补正，写明核实情况重新通过，再打包。',
  }),
  'publicity.setting-missing': ({ settings }) => ({
    what: `公示件上必须有的内容还没有填：${listed(settings.map((key) => settingLabels[key] ?? key))}。`,
    now: '请在“设置”里补齐，再出公示件。',
  }),
  'publicity.nothing-to-post': ({ village }) => ({
    what: `${village}没有初审通过、等待公示的申报。`,
    now: '请先办完该村的审核。',
  }),
  'publicity.must-not-be-posted': ({ programme }) => ({
    what: `“${programme}”按规定不张榜公示，以免暴露个人情况。`,
    now: '请不要自行打印张贴；县里另有要求的，由有权人录入依据后再办。',
  }),
  'publicity.not-yet-reviewed': ({ village, count }) => ({
    what: `${village}还有 ${count} 笔申报没有审完。`,
    now: '请审完或退回后，再出该村的公示件。',
  }),
  'publicity.standard-changed': ({ village, count }) => ({
    what: `${village}有 ${count} 笔的金额还是按原来的标准算的，与现行标准不符。`,
    now: '请在“资格初审”把这些退回补正，按现行标准重新计算、审完再公示。',
  }),
  'publicity.evidence-missing': ({ serial }) => ({
    what: `公示 ${serial} 没有任何张贴证据，不能办结。`,
    now: '请补交张贴照片、村两委签字的张贴证明或视频截图；补交的会标明“事后补”。',
  }),
  'publicity.objections-open': ({ serial, lines }) => ({
    what: `公示 ${serial} 还有没答复的异议：第 ${listed(lines.map(String))} 行。`,
    now: '请先核查、签批答复，再办结。',
  }),
  'objection.not-hanging': ({ serial }) => ({
    what: `公示 ${serial} 现在没有在张贴，不能登记异议。`,
    now: '已办结的，请按来信来访登记；已撤下的，在新张贴的公示上登记。',
  }),
  'objection.not-investigated': () => ({
    what: '这件异议还没有核查情况。',
    now: '请先由没有经手过这一笔的两个人核查并登记，再签批。',
  }),
  'objection.not-answered': () => ({
    what: '这件异议还没有签批答复，不能打印答复书。',
    now: '请先核查、由负责人签批，再打印。',
  }),
  'objection.must-withdraw': ({ names }) => ({
    what: `${listed(names)}录入、改过或审核过这一笔，对它的异议须回避。`,
    now: '请由没有经手过这一笔的人核查、签批。',
  }),
  'publicity.not-posted': ({ serial }) => ({
    what: `公示 ${serial} 还没有登记张贴。`,
    now: '请登记实际张贴的日期和地点，公示期从那时起算。',
  }),
  'publicity.changed-since-frozen': ({ serial, lines }) => ({
    what: `公示 ${serial} 定稿之后，第 ${listed(lines.map(String))} 行的内容有变动，与张贴的不一致。`,
    now: '请停止办结，查清是谁改的；确需更改的，出更正公示。',
  }),
  'publicity.holidays-unknown': ({ year }) => ({
    what: `还没有 ${String(year)} 年的节假日安排，算不出公示止日。`,
    now: '请先更新节假日数据，或改按日历日计算后再办理。',
  }),
  'publicity.posting-day-in-future': () => ({
    what: '张贴日期晚于今天。',
    now: '请填实际张贴的日期。',
  }),
  'publicity.still-open': ({ serial, lastDay }) => ({
    what: `公示 ${serial} 要到${dayInWords(lastDay)}才满。`,
    now: '请在公示期满之后再办结。',
  }),
  'gate.verification-missing': ({ villages }) => ({
    what: `还没有核实情况说明的村：${listed(villages)}。`,
    now: '请登记村里签字的核实情况说明和日期，再公示。',
  }),
  'gate.pages-missing': ({ villages }) => ({
    what: `核实清册不齐：${listed(villages.map(({ village, missing, printed }) => (printed ? `${village}缺 ${missing} 户未说明` : `${village}没有打印清册`)))}。`,
    now: '请在“摸底调查—纸件”里收回签字清册，缺的逐户说明原因，再冻结名单。',
  }),
  'gate.rechecks-open': ({ villages }) => ({
    what: `抽查复核还没有完：${listed(villages.map(openRechecks))}。`,
    now: '请在“资格初审—抽查复核”里抽取、复核；不一致的退回补正后再复核，再冻结名单或打包。',
  }),
  'review.nothing-to-explain': () => ({
    what: '这一条疑点不能这样说明：只有还在办的记录上“须说明”的疑点可以。',
    now: '拦截级的请退回补正，或按“核实不属实”办理。',
  }),
  'review.not-same-cause': () => ({
    what: '选中的疑点不是同一个原因，或刚刚有变动，没有保存。',
    now: '请刷新，只选同一检查、同一名单查出的疑点。',
  }),
  'review.nothing-to-draw': () => ({
    what: '没有要抽的记录：条款没有要求抽查，或通过的记录都已抽过。',
    now: '有新通过的记录再来抽取；要改抽查比例请改政策条款。',
  }),
  'review.recheck-own': () => ({
    what: '这一笔是您录入、改过账户或审过的，不能由您复核。',
    now: '请换一位没有经手这一笔的人复核。',
  }),
  'review.recheck-contradicted': () => ({
    what: '这一笔复核不一致，不能直接改成一致。',
    now: '请审核人退回补正，重新通过后再复核。',
  }),
  'record.not-found': ({ what }) => ({
    what: `找不到${labelOf(what)}，可能已被别人改动。`,
    now: '请刷新后重试。',
  }),
  'record.stale': ({ what }) => ({
    what: `${labelOf(what)}刚刚被别人改过，您的改动没有保存。`,
    now: '请刷新，看过新的内容再办理。',
  }),
  'record.wrong-status': ({ status, step }) => ({
    what: `现在的状态是“${labelOf(status)}”，不能办“${labelOf(step)}”。`,
    now: '可能已有人先办，请刷新查看。',
  }),
}

function openRechecks(of: FactsByCode['gate.rechecks-open']['villages'][number]): string {
  const parts = [
    of.undrawn > 0 ? `${of.undrawn} 笔待抽取` : '',
    of.open > 0 ? `${of.open} 笔待复核` : '',
    of.contradicted > 0 ? `${of.contradicted} 笔不一致` : '',
  ]
  return of.village + parts.filter((part) => part !== '').join('、')
}
