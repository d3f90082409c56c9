-- As they were, in the language whose statements are planned once for a session: one in SQL that writes is planned each time that
-- another function calls it, which took longer than to write.

CREATE OR REPLACE FUNCTION "tally_lead"("of_status" lead_status, "of_channel" lead_channel, "change" int) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO lead_tally AS t (status, channel, backend, leads) VALUES (of_status, of_channel, pg_backend_pid(), change)
    ON CONFLICT (status, channel, backend) DO UPDATE SET leads = t.leads + EXCLUDED.leads;
END
$$;

-- Writes down for a lead's sender what has become of it, where it has a webhook that tells such things. Called by whoever changes
-- the lead, in its transaction and with its row locked: so the numbers of one lead's events are in the order of its changes.
CREATE OR REPLACE FUNCTION "tell_webhook"("of_actor" text, "of_lead" uuid, "what" text, "is_now" lead_status, "replacing" uuid)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO webhook_event (webhook_id, type, lead_id, state, replaced_by_id)
    SELECT w.id, what, of_lead, is_now, replacing FROM webhook w
    WHERE w.actor = of_actor AND w.off_at IS NULL AND what = ANY (w.events);
END
$$;
