/** Somebody of the large township; nobody real, and the same at every run. */
export interface TownshipPerson {
  readonly index: number
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly accountNo: string
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗卫畅关尉晋柴韩乔樊亢段靳单仇解任曲贾']
const given = [...'建国桂兰海林翠花福生世荣秀珍宝根志强玉梅安民润香伟芳军勇敏静丽杰涛明超霞平刚红']

export function personAt(index: number): TownshipPerson {
  const dice = scattered(index)
  const surname = surnames[dice % surnames.length] ?? ''
  const first = given[(dice >>> 6) % given.length] ?? ''
  const second = index % 5 === 0 ? '' : (given[(dice >>> 13) % given.length] ?? '')
  const year = 1940 + (dice % 80)
  const day = String(1 + ((dice >>> 9) % 28)).padStart(2, '0')
  return {
    index,
    name: surname + first + second,
    idNumber: `141024${year}${month(index)}${day}${String(index % 10_000).padStart(4, '0')}`,
    phone: index % 3 === 0 ? `13${String(dice % 1_000_000_000).padStart(9, '0')}` : '',
    accountNo: `62284804${String(index).padStart(6, '0')}${String(dice % 100_000).padStart(5, '0')}`,
  }
}

/** Ten times ten thousand serial numbers, apart by their month. */
function month(index: number): string {
  return String(1 + Math.floor(index / 10_000)).padStart(2, '0')
}

/** Knuth's multiplicative hash: no two runs differ, no two neighbours are alike. */
function scattered(index: number): number {
  return Math.imul(index + 1, 2654435761) >>> 0
}
