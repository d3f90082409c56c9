-- contracts: 0.2.0 erases as it did: none of the tables that these triggers empty is one that it reads or writes.
--
-- An older version that runs beside this one takes a lead's person away without knowing of what is kept beside the lead. So
-- that goes with the person here, in the same transaction, whichever version it is. Nothing else of a lead's life sets these
-- columns, so a lead that comes in or is sent costs nothing more.
CREATE FUNCTION "forget_beside_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM lead_note WHERE lead_id = NEW.id;
    DELETE FROM lead_match WHERE lead_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER "lead_forget_beside" AFTER UPDATE OF "anonymised_at" ON "lead" FOR EACH ROW
    WHEN (OLD.anonymised_at IS NULL AND NEW.anonymised_at IS NOT NULL) EXECUTE FUNCTION "forget_beside_lead"();

-- Where a person has asked for it: links with words in them go as well, and drafts. Those are sealed, so that which are of the
-- person is known only to who has opened them, and says so in this setting; where nobody did, all are emptied.
CREATE FUNCTION "forget_beside_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM view_link;
    IF current_setting('lead_api.drafts', true) IS DISTINCT FROM 'looked through' THEN
        UPDATE lead_draft SET sealed = '', revision = revision + 1 WHERE sealed <> '';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "lead_forget_beside_erasure" AFTER UPDATE OF "erasure_id" ON "lead" FOR EACH ROW
    WHEN (NEW.erasure_id IS NOT NULL AND OLD.erasure_id IS DISTINCT FROM NEW.erasure_id)
    EXECUTE FUNCTION "forget_beside_erasure"();
