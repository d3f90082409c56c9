/**
 * Whether a Node version is in a range as package.json's `engines` gives it: `^a.b.c` and `>=a.b.c`,
 * joined by `||`. npm only warns about the wrong one, and what follows would fail in unclear ways.
 * @param {string} range
 * @param {string} version `major.minor.patch`
 * @returns {boolean}
 */
export function supports(range, version) {
  const [major, minor, patch] = parts(version)
  return range.split('||').some((alternative) => {
    const [fromMajor, fromMinor, fromPatch] = parts(alternative)
    const newer = major - fromMajor || minor - fromMinor || patch - fromPatch
    return newer >= 0 && (alternative.includes('>=') || major === fromMajor)
  })
}

/** @returns {[number, number, number]} */
function parts(/** @type {string} */ text) {
  const [major = 0, minor = 0, patch = 0] = text
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number)
  return [major, minor, patch]
}
