import type { PhoneReader } from './phone-reader'

let reader: PhoneReader | null = null
let loading: Promise<unknown> | null = null

/** The numbering plans are a third of what the form for a lead would weigh: they come when the form is used. */
export function phoneReader(): PhoneReader | null {
  return reader
}

/** Resolves also where it cannot be had: the server reads the number in any case. */
export function loadPhoneReader(): Promise<unknown> {
  loading ??= import('./phone-reader').then(
    (module) => {
      reader = module.phoneReader()
    },
    () => {
      loading = null
    },
  )
  return loading
}
