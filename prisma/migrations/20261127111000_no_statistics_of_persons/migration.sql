-- What the planner keeps of a column is copies of its values, and outlives the rows: nothing is kept any more of what
-- can hold something of a person, or a secret. To give a column the type that it has forgets what was kept, which ANALYZE
-- by itself does not; no table and no whole index is written anew for it.
ALTER TABLE "lead"
    ALTER COLUMN "vitec_customer_id" SET STATISTICS 0, ALTER COLUMN "vitec_customer_id" TYPE text,
    ALTER COLUMN "vitec_source_id" SET STATISTICS 0, ALTER COLUMN "vitec_source_id" TYPE text,
    ALTER COLUMN "first_name" SET STATISTICS 0, ALTER COLUMN "first_name" TYPE text,
    ALTER COLUMN "last_name" SET STATISTICS 0, ALTER COLUMN "last_name" TYPE text,
    ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "email" TYPE text,
    ALTER COLUMN "phone" SET STATISTICS 0, ALTER COLUMN "phone" TYPE text,
    ALTER COLUMN "address" SET STATISTICS 0, ALTER COLUMN "address" TYPE text,
    ALTER COLUMN "zip_code" SET STATISTICS 0, ALTER COLUMN "zip_code" TYPE text,
    ALTER COLUMN "city" SET STATISTICS 0, ALTER COLUMN "city" TYPE text,
    ALTER COLUMN "qualification" SET STATISTICS 0, ALTER COLUMN "qualification" TYPE text,
    ALTER COLUMN "custom_field" SET STATISTICS 0, ALTER COLUMN "custom_field" TYPE text,
    ALTER COLUMN "valuation" SET STATISTICS 0, ALTER COLUMN "valuation" TYPE bigint,
    ALTER COLUMN "living_area" SET STATISTICS 0, ALTER COLUMN "living_area" TYPE double precision,
    ALTER COLUMN "rooms" SET STATISTICS 0, ALTER COLUMN "rooms" TYPE text,
    ALTER COLUMN "secondary_area" SET STATISTICS 0, ALTER COLUMN "secondary_area" TYPE double precision,
    ALTER COLUMN "lot_size_area" SET STATISTICS 0, ALTER COLUMN "lot_size_area" TYPE double precision,
    ALTER COLUMN "year_built" SET STATISTICS 0, ALTER COLUMN "year_built" TYPE text,
    ALTER COLUMN "association_fee_ore" SET STATISTICS 0, ALTER COLUMN "association_fee_ore" TYPE integer,
    ALTER COLUMN "valuation_date" SET STATISTICS 0, ALTER COLUMN "valuation_date" TYPE date,
    ALTER COLUMN "message" SET STATISTICS 0, ALTER COLUMN "message" TYPE text,
    ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "body" TYPE bytea,
    ALTER COLUMN "warnings" SET STATISTICS 0, ALTER COLUMN "warnings" TYPE jsonb,
    ALTER COLUMN "vitec_lead_id" SET STATISTICS 0, ALTER COLUMN "vitec_lead_id" TYPE text,
    ALTER COLUMN "last_word" SET STATISTICS 0, ALTER COLUMN "last_word" TYPE text,
    ALTER COLUMN "search_text" SET STATISTICS 0, ALTER COLUMN "search_text" TYPE text;
ALTER TABLE "search_word"
    ALTER COLUMN "word" SET STATISTICS 0, ALTER COLUMN "word" TYPE text;
ALTER TABLE "delivery_attempt"
    ALTER COLUMN "request_url" SET STATISTICS 0, ALTER COLUMN "request_url" TYPE text,
    ALTER COLUMN "request_body" SET STATISTICS 0, ALTER COLUMN "request_body" TYPE text,
    ALTER COLUMN "answer" SET STATISTICS 0, ALTER COLUMN "answer" TYPE text;
ALTER TABLE "sandbox_lead"
    ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "id" TYPE text,
    ALTER COLUMN "customer_id" SET STATISTICS 0, ALTER COLUMN "customer_id" TYPE text,
    ALTER COLUMN "person_lead" SET STATISTICS 0, ALTER COLUMN "person_lead" TYPE jsonb;
ALTER TABLE "idempotency_record"
    ALTER COLUMN "key" SET STATISTICS 0, ALTER COLUMN "key" TYPE text,
    ALTER COLUMN "body_hash" SET STATISTICS 0, ALTER COLUMN "body_hash" TYPE bytea,
    ALTER COLUMN "answer" SET STATISTICS 0, ALTER COLUMN "answer" TYPE text;
ALTER TABLE "customer"
    ALTER COLUMN "vitec_id" SET STATISTICS 0, ALTER COLUMN "vitec_id" TYPE text,
    ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "name" TYPE text;
ALTER TABLE "customer_pause"
    ALTER COLUMN "vitec_customer_id" SET STATISTICS 0, ALTER COLUMN "vitec_customer_id" TYPE text;
ALTER TABLE "delivery_pause"
    ALTER COLUMN "vitec_customer_id" SET STATISTICS 0, ALTER COLUMN "vitec_customer_id" TYPE text;
ALTER TABLE "vitec_account"
    ALTER COLUMN "sealed" SET STATISTICS 0, ALTER COLUMN "sealed" TYPE text;
ALTER TABLE "person"
    ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "name" TYPE text,
    ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "email" TYPE text,
    ALTER COLUMN "image" SET STATISTICS 0, ALTER COLUMN "image" TYPE text;
ALTER TABLE "person_session"
    ALTER COLUMN "token" SET STATISTICS 0, ALTER COLUMN "token" TYPE text,
    ALTER COLUMN "ip_address" SET STATISTICS 0, ALTER COLUMN "ip_address" TYPE text,
    ALTER COLUMN "user_agent" SET STATISTICS 0, ALTER COLUMN "user_agent" TYPE text;
ALTER TABLE "person_credential"
    ALTER COLUMN "account_id" SET STATISTICS 0, ALTER COLUMN "account_id" TYPE text,
    ALTER COLUMN "password" SET STATISTICS 0, ALTER COLUMN "password" TYPE text,
    ALTER COLUMN "access_token" SET STATISTICS 0, ALTER COLUMN "access_token" TYPE text,
    ALTER COLUMN "refresh_token" SET STATISTICS 0, ALTER COLUMN "refresh_token" TYPE text,
    ALTER COLUMN "id_token" SET STATISTICS 0, ALTER COLUMN "id_token" TYPE text;
ALTER TABLE "second_factor"
    ALTER COLUMN "secret" SET STATISTICS 0, ALTER COLUMN "secret" TYPE text,
    ALTER COLUMN "backup_codes" SET STATISTICS 0, ALTER COLUMN "backup_codes" TYPE text;
ALTER TABLE "sign_in_challenge"
    ALTER COLUMN "identifier" SET STATISTICS 0, ALTER COLUMN "identifier" TYPE text,
    ALTER COLUMN "value" SET STATISTICS 0, ALTER COLUMN "value" TYPE text;
ALTER TABLE "invitation"
    ALTER COLUMN "token_hash" SET STATISTICS 0, ALTER COLUMN "token_hash" TYPE bytea,
    ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "email" TYPE text;

-- A row that was erased is dead until a vacuum. By its defaults that comes when a fifth of the table is: of a large one, never.
ALTER TABLE "lead" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "delivery_attempt" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "search_word" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "sandbox_lead" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "idempotency_record" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Why a customer is paused is a kind of error, never Vitec's words, which may name somebody. Versions before wrote those,
-- and do as long as one of them runs.
CREATE FUNCTION "keep_pause_reason"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.reason NOT IN ('credentials', 'rights', 'path', 'redirect', 'unreadable_account') THEN
        NEW.reason := '';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "customer_pause_reason" BEFORE INSERT OR UPDATE ON "customer_pause"
    FOR EACH ROW EXECUTE FUNCTION "keep_pause_reason"();
CREATE TRIGGER "delivery_pause_reason" BEFORE INSERT OR UPDATE ON "delivery_pause"
    FOR EACH ROW EXECUTE FUNCTION "keep_pause_reason"();
ALTER TABLE "customer_pause" ALTER COLUMN "reason" TYPE text;
ALTER TABLE "delivery_pause" ALTER COLUMN "reason" TYPE text;
UPDATE "delivery_pause" SET "reason" = '';
UPDATE "customer_pause" p SET "reason" = coalesce((
    SELECT a."error_kind" FROM "delivery_attempt" a JOIN "lead" l ON l."id" = a."lead_id"
    WHERE l."vitec_customer_id" = p."vitec_customer_id" AND a."environment" = p."environment"
        AND a."outcome" = 'misconfigured'
    ORDER BY a."started_at" DESC LIMIT 1), '');
