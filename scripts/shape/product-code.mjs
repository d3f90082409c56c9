import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'

/** @typedef {{ path: string, text: string }} ProductFile */

export const productFolders = ['app', 'components', 'lib', 'server']

const source = /[.]tsx?$/
export const notProduct = /[.]test[.]tsx?$|[.]d[.]ts$|\/(testing|conformance|simulation|generated)\//

/** What a file in `app` is called when Next, not we, named it and what it exports. */
const nextNames = /^(page|layout|route|loading|error|not-found|forbidden|global-error)[.]tsx?$/

/**
 * What is served: no tests, nothing that only tests need, nothing that a program wrote.
 * @param {string} root
 * @returns {ProductFile[]} with paths from the root, sorted
 */
export function productFiles(root) {
  return productFolders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => source.test(path) && !notProduct.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** @param {string} path */
export const isNamedByNext = (path) => path.startsWith('app/') && nextNames.test(basename(path))

/**
 * The names a module gives to what it declares. What it only passes on is declared elsewhere, and a default export has
 * the name its importer gives it.
 * @param {ProductFile} file
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
