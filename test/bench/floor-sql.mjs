const texts = [
  ...['first_name', 'last_name', 'email', 'phone', 'address', 'zip_code', 'city', 'qualification'],
  ...['custom_field', 'customer', 'source', 'message', 'search_text', 'sub_type', 'rooms', 'built'],
  ...['occupant', 'actor', 'body_hash'],
]

/** The rows and indexes that the product has too, as far as a lead touches them. */
export const tables = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  DROP TABLE IF EXISTS floor_attempt; DROP TABLE IF EXISTS floor_lead;
  CREATE TABLE floor_lead (
    id uuid PRIMARY KEY, received_at timestamptz(3), ${texts.map((name) => `${name} text`).join(', ')},
    valuation bigint, area float8, secondary float8, lot float8, fee int, body bytea, warnings jsonb,
    status text NOT NULL DEFAULT 'pending', vitec_id text, last_word text, delivered_at timestamptz,
    next_attempt_at timestamptz, attempts int NOT NULL DEFAULT 0, step int NOT NULL DEFAULT 0);
  CREATE INDEX ON floor_lead (received_at DESC, id DESC);
  CREATE INDEX ON floor_lead (status, received_at DESC, id DESC);
  CREATE INDEX ON floor_lead (next_attempt_at) WHERE status = 'pending';
  CREATE INDEX ON floor_lead (customer) WHERE status = 'pending';
  CREATE INDEX ON floor_lead (vitec_id);
  CREATE INDEX ON floor_lead USING gin (search_text gin_trgm_ops);
  CREATE TABLE floor_attempt (
    id uuid PRIMARY KEY, lead_id uuid NOT NULL REFERENCES floor_lead, number int, started_at timestamptz,
    ended_at timestamptz, url text, request text, http_status int, answer text, outcome text,
    UNIQUE (lead_id, number));
  CREATE UNIQUE INDEX ON floor_attempt (lead_id) WHERE ended_at IS NULL;
  CREATE INDEX ON floor_attempt (ended_at)`

const places = Array.from({ length: texts.length + 10 }, (_, index) => `$${index + 1}`)
export const insertText = `
  INSERT INTO floor_lead (id, received_at, ${texts}, valuation, area, secondary, lot, fee, body, warnings, next_attempt_at)
  VALUES (${places})`

/**
 * @param {{ lead: import('./floor.mjs').FloorLead, id: string, now: Date, message: string, bytes: Buffer, hash: string }} all
 * @returns {unknown[]} of {@link insertText}
 */
export function insertValues({ lead: { customer, person, property }, id, now, message, bytes, hash }) {
  const { first_name, last_name, email, phone, address, zip_code, city } = person
  /** @type {Record<string, unknown>} */
  const row = {
    ...person,
    ...{ customer: customer.customer_id, source: customer.lead_id, message, actor: 'open', body_hash: hash },
    search_text: [first_name, last_name, email, phone, address, zip_code, city].join(' ').toLowerCase(),
    ...{ sub_type: property.property_sub_type, rooms: property.rooms },
    ...{ built: property.year_built, occupant: property.occupant_type },
  }
  const fee = property.association_fee === null ? null : Math.round(property.association_fee * 100)
  const { valuation, living_area, secondary_area, lot_size_area } = property
  return [id, now, ...texts.map((name) => row[name] ?? null)].concat(
    ...[valuation, living_area, secondary_area, lot_size_area, fee, bytes, '[]', now].map((value) => [value]),
  )
}

export const claimText = `
  WITH claimed AS (
    UPDATE floor_lead SET next_attempt_at = NULL, attempts = attempts + 1, step = step + 1
    WHERE id = $1 AND status = 'pending' AND next_attempt_at <= now()
      AND NOT EXISTS (SELECT FROM floor_attempt a WHERE a.lead_id = floor_lead.id AND a.ended_at IS NULL)
    RETURNING attempts)
  INSERT INTO floor_attempt (id, lead_id, number, started_at, url, request)
  SELECT $2, $1, attempts, now(), $3, $4 FROM claimed RETURNING number`

export const settleText = `
  WITH closed AS (
    UPDATE floor_attempt SET ended_at = now(), http_status = $3, answer = $4, outcome = 'delivered'
    WHERE lead_id = $1 AND number = $2 AND ended_at IS NULL RETURNING lead_id)
  UPDATE floor_lead SET status = 'delivered', vitec_id = $4, last_word = $4, delivered_at = now(),
    search_text = search_text || ' ' || lower($4)
  FROM closed WHERE floor_lead.id = closed.lead_id AND status = 'pending'`
