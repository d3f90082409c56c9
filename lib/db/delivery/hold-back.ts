import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Prisma } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'
import { readBreaker } from './vitec-load'

/** Leads that were held back together do not come back together. In ms. */
const spread = 5_000

/** How soon a lead is looked at again while another one probes, in ms. */
const probeWait = 5_000

/**
 * Puts a lead off while Vitec fails as a whole, and says whether it did. When the time is up one lead passes as the
 * probe, and the rest wait for what becomes of it.
 */
export async function holdBack(
  transaction: Prisma.TransactionClient,
  { book, limits }: { book: BookDelivery; limits: OutboundLimits },
  leadId: string,
  open: number,
  { now, random }: { now: Date; random: number },
): Promise<boolean> {
  if (await isMagic(transaction, leadId, limits)) return false
  const until = await readBreaker(transaction, limits)
  if (!until) return false
  const isProbe = until <= now && open === 0
  if (isProbe) return false
  const from = Math.max(until.getTime(), now.getTime() + probeWait)
  const at = new Date(from + Math.round(random * spread))
  const put = await transaction.$executeRaw`
    UPDATE lead SET next_attempt_at = ${at} WHERE id = ${leadId}::uuid AND next_attempt_at IS NOT NULL`
  if (put > 0) await book(sqlIn(transaction), leadId, at)
  return true
}

async function isMagic(
  transaction: Prisma.TransactionClient,
  leadId: string,
  { magicPrefix }: OutboundLimits,
): Promise<boolean> {
  if (magicPrefix === null) return false
  const lead = await transaction.lead.findUnique({ where: { id: leadId }, select: { vitecCustomerId: true } })
  return lead?.vitecCustomerId.startsWith(magicPrefix) ?? false
}
