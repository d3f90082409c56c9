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

function parts(/** @type {string} */ text) {
  return text
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number)
}
