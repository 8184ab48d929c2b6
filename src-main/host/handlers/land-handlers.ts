import { listBooksWithoutCounterparts } from '../../store/transfer-books.ts'
import { editParcel, endTransferOf, transferLand } from '../../usecases/edit-land.ts'
import { addParcel, changeParcel, endParcel } from '../../usecases/land.ts'
import type { HandlersOf } from '../handler-types.ts'

export const landHandlers: HandlersOf<'land'> = {
  addParcel: (ctx, input) => editParcel(ctx, () => addParcel(ctx, input)),
  changeParcel: (ctx, input) => editParcel(ctx, () => changeParcel(ctx, input)),
  endParcel: (ctx, input) => editParcel(ctx, () => endParcel(ctx, input)),
  addTransfer: (ctx, input) => transferLand(ctx, input),
  endTransfer: (ctx, input) => endTransferOf(ctx, input),
  books: ({ reader, scope }) => listBooksWithoutCounterparts(reader, scope),
}
