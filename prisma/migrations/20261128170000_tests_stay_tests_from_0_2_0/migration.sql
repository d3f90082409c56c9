-- A version that knows of no test keys may run beside this one, or after it: up to 0.2.0 they take `test` for one more live place.
-- What they would do with a test so that it gets to Vitec is refused here.
--
-- contracts: nothing that versions from 0.2.0 use goes; of a test, which they do not know, these triggers leave undone what they ask.
CREATE FUNCTION "keep_test_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.replaced_by_id IS NOT NULL THEN
        RAISE EXCEPTION 'a lead of a test key is not replaced: what takes its place is real';
    END IF;
    -- "Move here" moves what it can, and says how many those were.
    RETURN NULL;
END
$$;
CREATE TRIGGER "lead_keep_test" BEFORE UPDATE OF "environment", "replaced_by_id" ON "lead" FOR EACH ROW
WHEN (OLD.environment = 'test' AND (NEW.environment IS DISTINCT FROM 'test' OR NEW.replaced_by_id IS NOT NULL))
EXECUTE FUNCTION "keep_test_lead"();

-- A secret that such a version makes is one of a live key, whatever its key is.
ALTER TABLE "api_key_secret" ADD COLUMN     "mode" "api_key_mode" NOT NULL DEFAULT 'live';
UPDATE "api_key_secret" s SET "mode" = k."mode" FROM "api_key" k WHERE k."id" = s."api_key_id" AND k."mode" = 'test';

CREATE FUNCTION "refuse_live_secret"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM api_key k WHERE k.id = NEW.api_key_id AND k.mode = 'test') THEN
        RAISE EXCEPTION 'a secret of a test key says that it is one';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "api_key_secret_of_test" BEFORE INSERT ON "api_key_secret" FOR EACH ROW
WHEN (NEW.mode <> 'test') EXECUTE FUNCTION "refuse_live_secret"();
