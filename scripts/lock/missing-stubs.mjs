/**
 * What npm leaves out of a lock file without a word: the optional dependencies (of other platforms) that
 * the registry it asked could not give. `npm ci` then refuses the lock file, on every machine.
 */

const operatingSystems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const processors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ')
const libraries = new Map([
  ['gnu', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
])

/**
 * @typedef {{ version: string, optional: true, os?: string[], cpu?: string[], libc?: string[] }} Stub
 * @typedef {{ packages: Record<string, { version?: string, resolved?: string,
 *   optionalDependencies?: Record<string, string> }> }} Lock
 */

/**
 * The entries that a lock file lacks, by their path in it.
 * @param {Lock} lock the parsed package-lock.json, version 3
 * @returns {Record<string, Stub>}
 * @throws {Error} when an absent dependency is given as a range: which version it means cannot be known here
 */
export function missingStubs(lock) {
  /** @type {Record<string, Stub>} */
  const stubs = {}
  const known = (/** @type {string} */ path) => lock.packages[path] ?? stubs[path]
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = lookUp(path, name).find(known)
      const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)
      if (found && (!exact || known(found)?.version === version)) continue
      if (!exact) throw new Error(`${name}@${version} (wanted by ${path}) is absent and not an exact version`)
      stubs[found ? `${path}/node_modules/${name}` : `node_modules/${name}`] = stub(name, version)
    }
  }
  return stubs
}

/** Where Node would look for a package, nearest first. */
function lookUp(/** @type {string} */ from, /** @type {string} */ name) {
  const parents = from === '' ? [] : from.split(/\/?node_modules\//).slice(1)
  const paths = parents.map(
    (_, depth) => `node_modules/${parents.slice(0, depth + 1).join('/node_modules/')}`,
  )
  return [...paths.reverse().map((path) => `${path}/node_modules/${name}`), `node_modules/${name}`]
}

/** The platform is read from the name, as all these packages spell it; npm then skips it elsewhere. */
function stub(/** @type {string} */ name, /** @type {string} */ version) {
  const words = name.split(/[/-]/)
  const os = operatingSystems.find((word) => words.includes(word))
  const cpu = processors.find((word) => words.includes(word))
  const libc = words.map((word) => libraries.get(word)).find(Boolean)
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
    optional: /** @type {const} */ (true),
    ...(os && { os: [os] }),
  }
}
