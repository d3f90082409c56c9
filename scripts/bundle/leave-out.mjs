import { fileURLToPath } from 'node:url'

/** Languages whose words the UI kit brings along for what screen readers are told. */
const kept = ['sv-SE', 'en-US']
const word = /^import \S+ from "[^"]*\/intl\/(?:[^"/]+\/)*([\w-]+)\.mjs";$/gm

/**
 * A loader of next.config.ts: leaves out of packages what no page of ours uses, and what their makers could not know.
 * @this {{ addDependency?: (path: string) => void } | void}
 * @param {string} source
 * @returns {string}
 * @throws {Error} where a package has another shape than the one this was written for
 */
export default function leaveOut(source) {
  // What was kept from the build before is as old as what made it.
  this?.addDependency?.(fileURLToPath(import.meta.url))
  if (source.includes('json-schema-processors')) return withoutUnused(source)
  if (source.includes('export const $ZodType'))
    return withoutKinds(source, ['Tuple', 'BigInt', 'BigIntFormat', 'TemplateLiteral', 'ObjectJIT'])
  if (source.includes('export const $ZodCheck =')) return withoutKinds(source, unusedChecks)
  if (source.includes('var validateField = ')) return withoutRules(source)
  return source.includes('parsePhoneNumberFromString') ? withoutPlans(source) : withoutLanguages(source)
}

/** Of thirty-four languages the two that our pages are in. @param {string} source */
function withoutLanguages(source) {
  const dropped = [...source.matchAll(word)].filter(([, language = '']) => !kept.includes(language))
  if (dropped.length === 0) throw new Error('The words of react-aria stand in another way')
  return dropped.reduce(
    (rest, [line, language]) =>
      rest.replace(`${line}\n`, '').replace(new RegExp(` *"${language}": \\S+\n`), ''),
    source,
  )
}

/** What no schema of ours is asked for or made with. A test says where one would be. */
export const unusedMethods = [
  ...['with', 'brand', 'register', 'superRefine', 'nonoptional', 'and', 'prefault', 'readonly', 'describe'],
  ...['isOptional', 'isNullable', 'apply', 'parseAsync', 'safeParseAsync', 'spa'],
  ...['validate', 'validateAsync'],
  ...['encode', 'decode', 'encodeAsync', 'decodeAsync'],
  ...['safeEncode', 'safeDecode', 'safeEncodeAsync', 'safeDecodeAsync', 'toJSONSchema'],
  ...['includes', 'startsWith', 'endsWith', 'lowercase', 'uppercase', 'slugify'],
  ...['normalize', 'toLowerCase', 'toUpperCase', 'multipleOf', 'step', 'exactPartial', 'required', 'merge'],
]

/**
 * Of zod what writes schemas as JSON Schema, which the server does for its OpenAPI document; its English sentences, where
 * our schemas give codes; its memory for schemas that contain themselves, which none of ours does; what compiles an
 * object's check as it runs, which our pages are not allowed; and the methods that nothing of ours calls. A text
 * keeps no methods for formats either (`z.string().email()`): they bring along every format that there is.
 * @param {string} source
 */
function withoutUnused(source) {
  const parts = [
    ['import * as processors from "../core/json-schema-processors.js";', 'const processors = {};'],
    [
      'import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";',
      'const createStandardJSONSchemaMethod = () => undefined;',
    ],
    ['import en from "../locales/en.js";', "const en = () => ({ localeError: () => 'invalid' });"],
    ['core.config({ memoizer: core.memoizer() });', ';'],
    ['core.$ZodObjectJIT.init(inst, def);', 'core.$ZodObject.init(inst, def);'],
    // By these all of a file is kept for what one function may look up in it.
    ['import { util } from "../core/index.js";', 'import * as util from "../core/util.js";'],
    ['core.util.constantCatch(', 'util.constantCatch('],
    ['core.regexes[format]', 'undefined'],
  ]
  const [formats = ''] =
    /(?<=_ZodString\.init\(inst, def\);\n\}), \{\n {4}email\(.*?\n\}(?=\);)/s.exec(source) ?? []
  const methods = unusedMethods.map((name) => [methodOf(source, name) || `${name}()`, ''])
  return withParts(source, [...parts, [formats || 'formats', ''], ...methods])
}

/** How a method of a class stands in zod, with what reads and writes it as a property. @param {string} source @param {string} name */
function methodOf(source, name) {
  const head = `(?:async |get )?${name}(?:: (?:async )?function \\w+)?\\(.*\\{\\n`
  const setter = `(?: {4}set ${name}\\(.*\\n {8}.*\\n {4}\\},\\n)?`
  return new RegExp(`^ {4}${head}(?: {8}.*\\n)* {4}\\},\\n${setter}`, 'm').exec(source)?.[0]
}

const unusedChecks = [
  'CheckMaxSize',
  'CheckMinSize',
  'CheckSizeEquals',
  'CheckBigIntFormat',
  'CheckMultipleOf',
]

/**
 * Of zod the kinds of values that no schema of ours has, and that stay although nothing names them.
 * @param {string} source @param {string[]} kinds
 */
function withoutKinds(source, kinds) {
  const parts = kinds.map((kind) => {
    const head = `export const \\$Zod${kind} = `
    const [whole = head] = new RegExp(`^${head}[\\s\\S]*?^\\}\\);\\n`, 'm').exec(source) ?? []
    return [whole, `export const $Zod${kind} = undefined;\n`]
  })
  return withParts(source, parts)
}

/** Of react-hook-form its own rules for fields: each form of ours is checked by a schema. @param {string} source */
function withoutRules(source) {
  const [rules = 'validateField'] = /^var validateField = async \([\s\S]*?^\};\n/m.exec(source) ?? []
  return withParts(source, [[rules, 'var validateField = async () => ({});\n']])
}

/** Of our own `phone-field.ts` the numbering plans, which it loads when a form is used. @param {string} source */
function withoutPlans(source) {
  const line = "import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'"
  const instead =
    "import type { PhoneNumber } from 'libphonenumber-js'\nconst parsePhoneNumberFromString = undefined"
  return withParts(source, [[line, instead]])
}

/** @param {string} source @param {string[][]} parts what there has to be, and what comes in its place */
function withParts(source, parts) {
  return parts.reduce((rest, [part = '', instead = '']) => {
    if (!rest.includes(part)) throw new Error(`What is left out is not there: ${part}`)
    return rest.replace(part, instead)
  }, source)
}
