import ts from 'typescript'

/**
 * Where a variable says which message it is, as a lead's status does: what it may be stands in whichever file, as a text or as
 * a property's name, and not in the one that reads the message. Namespaces, and single keys.
 */
const saidElsewhere = [
  'audit.verbs deliveries.errorKind deliveries.howToMend deliveries.mustAct deliveries.outcome deliveries.ownWord',
  'deliveries.vitecWord fieldError leads.channel leads.record.spoken leads.record.timeline leads.export.columns leads.occupantType leads.propertySubType leads.status leads.warning people.roles',
  'privacy.outOfReach privacy.retention.clock sending.banner shell.settings',
].flatMap((names) => names.split(' '))

/** @typedef {{ path: string, text: string }} SourceFile */
/** @typedef {{ namespaces: RegExp[], names: RegExp[], texts: string[] }} Reader what a file says of messages that it may read */

/**
 * The keys of messages that no file reads. A file reads what begins with a namespace that it asks `useTranslations` for
 * (`getTranslations` and `inBothLanguages` are for all) and goes on as one of its texts: `failure.${kind}` reads all of `failure`.
 * @param {string[]} keys such as `leads.log.columns.status`
 * @param {SourceFile[]} files
 * @returns {string[]}
 */
export function unreadMessages(keys, files) {
  const readers = files.map(readerIn)
  const texts = new Set(readers.flatMap((reader) => reader.texts))
  const isRead = (/** @type {string} */ key) =>
    saidElsewhere.includes(key) ||
    splits(key).some(
      ([namespace = '', name = '']) =>
        (saidElsewhere.includes(namespace) && texts.has(name)) ||
        readers.some(({ namespaces, names }) => isOne(namespace, namespaces) && isOne(name, names)),
    )
  return keys.filter((key) => !isRead(key))
}

const isOne = (/** @type {string} */ text, /** @type {RegExp[]} */ patterns) =>
  patterns.some((pattern) => pattern.test(text))

/** `a.b.c` as all of it, as `b.c` in `a`, and as `c` in `a.b`. */
function splits(/** @type {string} */ key) {
  const parts = key.split('.')
  return parts.map((_, at) => [parts.slice(0, at).join('.'), parts.slice(at).join('.')])
}

/** @returns {Reader} */
function readerIn(/** @type {SourceFile} */ { path, text }) {
  /** @type {Reader} */
  const reader = { namespaces: [], names: [], texts: [] }
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node)) reader.namespaces.push(...namespacesOf(node))
    if (ts.isStringLiteralLike(node)) reader.texts.push(node.text)
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) reader.texts.push(node.name.text)
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) reader.names.push(patternOf(node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return reader
}

/** @returns {RegExp[]} */
function namespacesOf(/** @type {ts.CallExpression} */ { expression, arguments: [first] }) {
  if (!ts.isIdentifier(expression)) return []
  if (['getTranslations', 'inBothLanguages'].includes(expression.text)) return [/^$/]
  if (expression.text !== 'useTranslations') return []
  return first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
    ? [patternOf(first)]
    : [/^$/]
}

/** A text, in which whatever the code puts into it is one name. */
function patternOf(/** @type {ts.StringLiteralLike | ts.TemplateExpression} */ node) {
  const parts = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    : [node.text]
  // Of what the code puts together from variables alone nothing can be told.
  if (!/[\w.]/.test(parts.join(''))) return /^$/
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^.]+')}$`)
}
