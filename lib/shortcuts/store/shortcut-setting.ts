import type { PrismaClient } from '@/lib/db/generated/client'

/** Whether single keys do something for an actor: they do until the person turns that off. */
export async function readShortcutSetting(prisma: PrismaClient, actor: string): Promise<boolean> {
  const found = await prisma.personSetting.findUnique({ where: { actor }, select: { shortcuts: true } })
  return found?.shortcuts ?? true
}

export async function writeShortcutSetting(
  prisma: PrismaClient,
  actor: string,
  shortcuts: boolean,
): Promise<void> {
  const [create, update] = [{ actor, shortcuts }, { shortcuts }]
  await prisma.personSetting.upsert({ where: { actor }, create, update, select: { actor: true } })
}
