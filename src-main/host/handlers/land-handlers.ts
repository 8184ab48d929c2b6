import { listBooksWithoutCounterparts } from '../../store/transfer-books.ts'
import { addParcel, addTransfer, changeParcel, endParcel, endTransfer } from '../../usecases/land.ts'
import type { HandlersOf } from '../handler-types.ts'

export const landHandlers: HandlersOf<'land'> = {
  addParcel: (ctx, input) => addParcel(ctx, input),
  changeParcel: (ctx, input) => changeParcel(ctx, input),
  endParcel: (ctx, input) => endParcel(ctx, input),
  addTransfer: (ctx, input) => addTransfer(ctx, input),
  endTransfer: (ctx, input) => endTransfer(ctx, input),
  books: ({ reader, scope }) => listBooksWithoutCounterparts(reader, scope),
}
