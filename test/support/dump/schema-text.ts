import type { CopySession } from '@/lib/db/dump/copy-session'

const ours = `('public'::regnamespace, to_regnamespace('pgboss'))`

/** All that a schema is made of besides rows, a line each: of two databases that are the same it is the same. */
export async function schemaText(session: CopySession): Promise<string> {
  const rows = await session.rows<'line'>(`
    SELECT format('%s %s %s %s stats %s default %s', c.oid::regclass, c.relkind, c.relpersistence, a.attname,
      coalesce(a.attstattarget, -1), pg_get_expr(d.adbin, d.adrelid)) || ' ' || a.attnotnull AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace IN ${ours} AND c.relkind IN ('r', 'p', 'v')
    UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace IN ${ours} AND contype <> 'n'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'pgboss')
    UNION ALL SELECT format('%s %s', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace IN ${ours} AND NOT t.tgisinternal
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace IN ${ours}
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT format('%s %s', e.enumtypid::regtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
      FROM pg_enum e GROUP BY e.enumtypid
    UNION ALL SELECT format('%s %s %s', schemaname, sequencename, last_value) FROM pg_sequences
    UNION ALL SELECT extname::text FROM pg_extension ORDER BY 1`)
  return rows.map(({ line }) => line).join('\n')
}
