/** Why the database cannot be opened or used, in one line that may be shown as it is: it holds no password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}
