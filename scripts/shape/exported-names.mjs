import ts from 'typescript'

/**
 * The names a module gives to what it declares. What it only passes on is declared elsewhere, and a default export has
 * the name its importer gives it.
 * @param {import('./product-files.mjs').ProductFile} file
 * @returns {string[]} a type and a value of one name once
 */
export function exportedNames({ path, text }) {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return [...new Set(statements.flatMap(namesIn))]
}

/** @returns {string[]} */
function namesIn(/** @type {ts.Statement} */ statement) {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement
    if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) return []
    return exportClause.elements.map(({ name }) => name.text).filter((name) => name !== 'default')
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  const kinds = modifiers.map(({ kind }) => kind)
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword)) return []
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  const { name } = /** @type {ts.DeclarationStatement} */ (statement)
  return name ? [name.text] : []
}

/** `const { a, b: [c] } = …` binds a and c. @returns {string[]} */
function boundNames(/** @type {ts.BindingName} */ name) {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)))
}
