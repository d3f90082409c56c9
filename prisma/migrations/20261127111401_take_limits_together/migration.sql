-- Takes one request from each of several limits if all of them have one left, and else from none: whoever is refused by
-- a limit of their own would otherwise use up those that they share with others.
-- steps: seconds that one request spends; windows: seconds that may be spent. A row for each limit, in the order given.
CREATE FUNCTION "take_rate_limits"("subjects" BYTEA[], "steps" FLOAT8[], "windows" FLOAT8[])
RETURNS TABLE ("is_full" BOOLEAN, "spent_s" FLOAT8) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    given RECORD;
    refused BOOLEAN;
    any_refused BOOLEAN := false;
BEGIN
    -- In one order for all, or two requests could each wait for the row that the other has.
    FOR given IN
        SELECT one.subject, one.step * interval '1 second' AS step, now() + one.span * interval '1 second' AS most
        FROM unnest(subjects, steps, windows) AS one (subject, step, span) ORDER BY one.subject
    LOOP
        -- None is spent for longer than its window: a row that says so is of a clock that was ahead.
        INSERT INTO rate_limit AS r (subject, spent_until, is_full)
        VALUES (given.subject, now() + given.step, false)
        ON CONFLICT (subject) DO UPDATE SET
            is_full = greatest(least(r.spent_until, given.most), now()) + given.step > given.most,
            spent_until = CASE WHEN greatest(least(r.spent_until, given.most), now()) + given.step > given.most
                THEN least(r.spent_until, given.most)
                ELSE greatest(least(r.spent_until, given.most), now()) + given.step END
        RETURNING r.is_full INTO refused;
        any_refused := any_refused OR refused;
    END LOOP;
    IF any_refused THEN
        UPDATE rate_limit AS r SET spent_until = r.spent_until - one.step * interval '1 second'
        FROM unnest(subjects, steps) AS one (subject, step)
        WHERE r.subject = one.subject AND NOT r.is_full;
    END IF;
    RETURN QUERY
        SELECT r.is_full, extract(epoch FROM r.spent_until - now())::float8
        FROM unnest(subjects) WITH ORDINALITY AS one (subject, place) JOIN rate_limit AS r USING (subject)
        ORDER BY one.place;
END
$$;
