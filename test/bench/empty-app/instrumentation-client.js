/** Of its own, and empty, as instrumentation.js is. */
export {}
