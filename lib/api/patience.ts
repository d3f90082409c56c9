/** In ms. A caller is answered within 5 s: what is left is for us and the network. */
const usual = 4_500

/**
 * How long a caller is kept waiting for the database, over all steps of a request together: what they send meanwhile,
 * and what may rightly take longer, is not counted.
 */
export class Patience {
  #left: number

  constructor(ms = usual) {
    this.#left = ms
  }

  /**
   * Waits for work, which goes on when the patience is over. Once it has called `onSafe` it may take as long as it does.
   * @throws {Error} when the patience is over
   */
  async with<T>(work: (onSafe: () => void) => Promise<T>): Promise<T> {
    const began = performance.now()
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<never>((_resolve, reject) => {
      const giveUp = () => reject(new Error('the database kept a caller waiting for too long'))
      timer = setTimeout(giveUp, this.#left)
    })
    const stopCounting = () => clearTimeout(timer)
    try {
      return await Promise.race([work(stopCounting), over])
    } finally {
      stopCounting()
      this.#left = Math.max(0, this.#left - (performance.now() - began))
    }
  }
}
