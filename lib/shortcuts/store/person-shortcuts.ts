import type { PrismaClient } from '@/lib/db/generated/client'

/** Whether single keys do something, by actor: for each person, and for the open sandbox. */
export function createPersonShortcuts(prisma: PrismaClient) {
  return {
    /** They do until the person turns that off. */
    async read(actor: string): Promise<boolean> {
      const found = await prisma.personSetting.findUnique({ where: { actor }, select: { shortcuts: true } })
      return found?.shortcuts ?? true
    },
    async write(actor: string, shortcuts: boolean): Promise<void> {
      const [create, update] = [{ actor, shortcuts }, { shortcuts }]
      await prisma.personSetting.upsert({ where: { actor }, create, update, select: { actor: true } })
    },
  }
}
