-- No version that cannot read them has a webhook; and one that fails has done so for an hour before it is written.
ALTER TYPE "alert_kind" ADD VALUE 'webhook_failing';
ALTER TYPE "alert_kind" ADD VALUE 'webhook_off';
