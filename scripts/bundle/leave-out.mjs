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
  if (source.includes('json-schema-processors')) return withoutJsonSchema(source)
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

/**
 * Of zod what writes schemas as JSON Schema, which the server does for its OpenAPI document; its English sentences, where
 * our schemas give codes; and its memory for schemas that contain themselves, which none of ours does. A text
 * keeps no methods for formats either (`z.string().email()`): they bring along every format that there is.
 * @param {string} source
 */
function withoutJsonSchema(source) {
  const parts = [
    ['import * as processors from "../core/json-schema-processors.js";', 'const processors = {};'],
    [
      'import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";',
      'const createStandardJSONSchemaMethod = () => undefined, createToJSONSchemaMethod = createStandardJSONSchemaMethod;',
    ],
    ['import en from "../locales/en.js";', "const en = () => ({ localeError: () => 'invalid' });"],
    ['core.config({ memoizer: core.memoizer() });', ';'],
  ]
  const [formats = ''] =
    /(?<=_ZodString\.init\(inst, def\);\n\}), \{\n {4}email\(.*?\n\}(?=\);)/s.exec(source) ?? []
  return withParts(source, [...parts, [formats || 'formats', '']])
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
