-- Until when nothing is sent at all: two customers were told within a minute that it was too much, or different leads of
-- different customers have met trouble, one after the other, and none has been answered. NULL where neither is so.
-- What ended in what is the future now, by a clock that was set back since, does not count: all would be left alone until the
-- clock is there again. The log of attempts stays as it was written, because nobody knows which of the two clocks was right.
CREATE OR REPLACE FUNCTION "vitec_held_until"("place_environment" text, "magic" text) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := delivery_clock();
    limited_until timestamptz;
    failing_until timestamptz;
BEGIN
    IF (SELECT count(*) FROM (SELECT FROM customer_trouble t WHERE t.environment = place_environment LIMIT 2) few) < 2 THEN
        RETURN NULL;
    END IF;
    SELECT least(max(t.held_until), max(t.limited_at) + interval '60 seconds') INTO limited_until
    FROM customer_trouble t
    WHERE t.environment = place_environment AND t.limited_at > moment - interval '60 seconds'
    HAVING count(*) >= 2;
    WITH latest AS (
        SELECT a.lead_id, l.vitec_customer_id, a.outcome, a.ended_at,
            row_number() OVER (ORDER BY a.ended_at DESC, a.id DESC) AS age
        FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
        WHERE a.environment = place_environment AND a.ended_at <= moment + interval '1 second'
            AND a.error_kind IS DISTINCT FROM 'interrupted' AND a.error_kind IS DISTINCT FROM 'lease'
            AND NOT coalesce(starts_with(l.vitec_customer_id, magic), false)
        ORDER BY a.ended_at DESC LIMIT 20
    ), run AS (
        SELECT * FROM latest WHERE age < coalesce(
            (SELECT min(age) FROM latest WHERE outcome NOT IN ('not_sent', 'not_saved', 'unknown')), 21)
    ), firsts AS (
        SELECT DISTINCT ON (lead_id) lead_id, vitec_customer_id, ended_at FROM run ORDER BY lead_id, age DESC
    ), counted AS (
        SELECT ended_at, row_number() OVER (ORDER BY ended_at) AS leads,
            (SELECT count(DISTINCT f.vitec_customer_id) FROM firsts f WHERE f.ended_at <= firsts.ended_at) AS customers
        FROM firsts
    )
    SELECT newest + least(greatest(newest - min(ended_at), interval '30 seconds'), interval '10 minutes')
    INTO failing_until
    FROM counted, (SELECT max(run.ended_at) AS newest FROM run) n
    WHERE leads >= 5 AND customers >= 3 GROUP BY newest;
    RETURN greatest(limited_until, failing_until);
END
$$;
