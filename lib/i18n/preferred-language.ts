import { type Language, parseLanguage } from './language'

/**
 * The first of our languages that an `Accept-Language` header asks for, by weight; Swedish when it asks
 * for none (RFC 9110, 12.5.4).
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return {
        language: parseLanguage(tag.split('-')[0]),
        weight: weight === undefined ? 1 : Number(weight.trim().slice(2)),
      }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.find(({ language }) => language !== null)?.language ?? 'sv'
}
