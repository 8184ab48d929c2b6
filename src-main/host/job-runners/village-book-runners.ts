import { issueVillageBooks } from '../../usecases/issue-village-books.ts'
import { readVillageBook } from '../../usecases/read-village-book.ts'
import { sendBackVillageBook } from '../../usecases/send-back-village-book.ts'
import type { RunnersOf } from '../handler-types.ts'

export const villageBookRunners: RunnersOf<'villageBook'> = {
  'villageBook.issue': issueVillageBooks,
  'villageBook.read': readVillageBook,
  'villageBook.send-back': sendBackVillageBook,
}
