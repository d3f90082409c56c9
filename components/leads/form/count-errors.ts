/** How many fields are wrong, in whatever part of the form: a tree that ends in React Hook Form's field errors. */
export function countErrors(errors: object): number {
  return Object.values(errors).reduce<number>((count, node: unknown) => {
    if (typeof node !== 'object' || node === null) return count
    return count + ('type' in node && typeof node.type === 'string' ? 1 : countErrors(node))
  }, 0)
}
