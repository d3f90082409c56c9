-- What the stand-in got of leads of test keys goes after thirty days: looked for every minute, among all that a sandbox got.
CREATE INDEX "sandbox_lead_of_test" ON "sandbox_lead"("received_at") WHERE (environment = 'test');
