-- What the stand-in got of leads of test keys goes after thirty days: looked for every minute, among all that a sandbox got.
CREATE INDEX "sandbox_lead_of_test" ON "sandbox_lead"("received_at") WHERE (environment = 'test');

-- Leads are counted by indexes alone, of which none knows where a lead was born: those of test keys are counted by these, and
-- taken off. No other lead is in them.
CREATE INDEX "lead_of_test_waiting" ON "lead"("id") WHERE (environment = 'test' AND status = 'pending');
CREATE INDEX "lead_of_test_to_do" ON "lead"("id") WHERE (environment = 'test'
    AND (status = 'rejected' OR status = 'unknown' OR status = 'failed')
    AND replaced_by_id IS NULL AND set_aside_at IS NULL AND anonymised_at IS NULL);
