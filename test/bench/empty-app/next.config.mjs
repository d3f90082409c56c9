/** Of its own: Next would take that of the folders above. */
export default { agentRules: false, poweredByHeader: false }
