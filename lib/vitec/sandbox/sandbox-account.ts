/** What the stand-in asks for; in sandbox mode these are the settings nobody has to make. */
export const sandboxUsername = 'sandbox'
/** No word that an answer may have: it is taken out of all of them. */
export const sandboxPassword = 'not-a-secret'

/** Vitec documents no list of lead sources: the stand-in serves one here, so that refreshing can be tried. */
export const sandboxLeadSourcesPath = '/LeadSources/{customerId}'
