/**
 * The commands of a document, in their order: what stands in fences that begin with ```sh, under the heading it has there.
 * Of a fence that begins with ```sh and more words, the words say why no test can run it.
 * @param {string} markdown
 * @returns {{ heading: string, commands: string, hand: string }[]} hand: those words; empty for what is run
 */
export function commandsOf(markdown) {
  const found = []
  let heading = ''
  for (const [, title, words, commands] of markdown.matchAll(/^#+ (.+)$|^```sh(.*)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title
    else found.push({ heading, commands: commands ?? '', hand: (words ?? '').trim() })
  }
  return found
}
