-- A lead that was set aside is no longer, once its status changes by whatever hand: what becomes of it then is news.
CREATE FUNCTION "put_back"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.set_aside_at := NULL;
    RETURN NEW;
END
$$;

CREATE TRIGGER "lead_put_back" BEFORE UPDATE OF "status" ON "lead" FOR EACH ROW
WHEN (OLD.status <> NEW.status AND OLD.set_aside_at IS NOT NULL) EXECUTE FUNCTION "put_back"();
