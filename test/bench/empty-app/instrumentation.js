/** Of its own, and empty: Next would take that of the folders above, and start the product beside the page. */
export function register() {}
