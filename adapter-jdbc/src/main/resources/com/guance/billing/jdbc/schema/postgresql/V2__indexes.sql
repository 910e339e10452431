-- Partial: as large as the work that waits, not as the history.
CREATE INDEX billing_journal_untold ON billing_journal (position) WHERE NOT told;
CREATE INDEX billing_workspace_paid_by ON billing_workspace (subscription, id) WHERE subscription IS NOT NULL;
CREATE INDEX billing_workspace_paid_through ON billing_workspace (cloud_account, id) WHERE cloud_account IS NOT NULL;
CREATE INDEX billing_workspace_settled_by ON billing_workspace (billing_center, id) WHERE billing_center IS NOT NULL;
CREATE INDEX billing_workspace_waiting ON billing_workspace (waits_for, id) WHERE waits_for IS NOT NULL;
CREATE INDEX billing_workspace_returning ON billing_workspace (returns_to, id) WHERE returns_to IS NOT NULL;
CREATE INDEX billing_workspace_under ON billing_workspace (holder, id) WHERE NOT closed;
CREATE INDEX billing_workspace_due ON billing_workspace (due_second, due_nano, id) WHERE due_second IS NOT NULL;
CREATE INDEX billing_cloud_account_on_file ON billing_cloud_account (holder, id) WHERE on_file;
CREATE INDEX billing_cloud_account_offered ON billing_cloud_account (holder, id) WHERE offered;
CREATE UNIQUE INDEX billing_subscription_life ON billing_subscription (customer_key, life);
CREATE INDEX billing_subscription_cascade ON billing_subscription (id) WHERE cascade_open;
CREATE INDEX billing_subscription_final ON billing_subscription (id) WHERE final_open;
CREATE INDEX billing_subscription_due ON billing_subscription (due_second, due_nano, id) WHERE due_second IS NOT NULL;
CREATE INDEX billing_arrears_cascade ON billing_arrears (id) WHERE cascade_open;
CREATE INDEX billing_subscription_ending ON billing_subscription (id) WHERE status = 'ENDING';
CREATE INDEX billing_subscription_probe ON billing_subscription (probe_second, id) WHERE probe_second IS NOT NULL;
CREATE INDEX billing_submission_hold_active ON billing_submission_hold (product, customer_key, dimension) WHERE active;
CREATE INDEX billing_metering_record_owed ON billing_metering_record (product, hour_start, id) WHERE owed;
CREATE INDEX billing_metering_record_of ON billing_metering_record (subscription) WHERE owed;
CREATE INDEX billing_metering_record_lapsing ON billing_metering_record (product, stamp_second, stamp_nano, id) WHERE owed;
CREATE INDEX billing_metering_record_held ON billing_metering_record (product, id) WHERE status = 'HELD';
CREATE INDEX billing_metering_record_stuck ON billing_metering_record (product, status)
    WHERE status IN ('HELD', 'DISPUTED', 'UNSETTLED');
CREATE INDEX billing_metering_record_beside ON billing_metering_record (product) WHERE unsettled_units > 0;
CREATE UNIQUE INDEX billing_metering_record_meter ON billing_metering_record (customer_key, dimension, hour_start);
CREATE INDEX billing_metering_record_account ON billing_metering_record (cloud_account, hour_start, id);
CREATE INDEX billing_metering_record_hours ON billing_metering_record (product, hour_start, id);
CREATE INDEX billing_lot_unrecorded ON billing_lot (customer_key, dimension, hour_start)
    WHERE record_hour IS NULL AND customer_key IS NOT NULL;
CREATE INDEX billing_lot_subscription ON billing_lot (subscription)
    WHERE record_hour IS NULL AND subscription IS NOT NULL;
CREATE INDEX billing_lot_account ON billing_lot (cloud_account, record_hour, hour_start);
CREATE INDEX billing_lot_unsettled ON billing_lot (id) WHERE record_hour IS NULL AND customer_key IS NULL;
CREATE INDEX billing_charge_lot ON billing_charge (lot, charge_key);
CREATE INDEX billing_charge_workspace ON billing_charge (workspace, until_second);
CREATE INDEX billing_remainder_account ON billing_remainder (cloud_account);
-- By a column that stays what it is while a remainder stays a fraction: a change of the quantity alone touches no index.
ALTER TABLE billing_remainder ADD COLUMN has_units BOOLEAN GENERATED ALWAYS AS (quantity >= 1) STORED;
CREATE INDEX billing_remainder_units ON billing_remainder (customer_key, dimension) WHERE has_units;
CREATE INDEX billing_claim_expired ON billing_claim (expires_second, digest);
CREATE INDEX billing_forfeiture_account ON billing_forfeiture (cloud_account, forfeited_at);
CREATE INDEX billing_notice_not_received ON billing_notice (marketplace, notice_id) WHERE not_received;

-- Rows that are written again find room on their own page.
ALTER TABLE billing_workspace SET (fillfactor = 70);
ALTER TABLE billing_cloud_account SET (fillfactor = 70);
ALTER TABLE billing_subscription SET (fillfactor = 70);
ALTER TABLE billing_agreement SET (fillfactor = 70);
ALTER TABLE billing_arrears SET (fillfactor = 70);
ALTER TABLE billing_metering_record SET (fillfactor = 70);
ALTER TABLE billing_submission_hold SET (fillfactor = 70);
ALTER TABLE billing_call_permit SET (fillfactor = 50);
ALTER TABLE billing_remainder SET (fillfactor = 70);
ALTER TABLE billing_lot SET (fillfactor = 50);
ALTER TABLE billing_journal SET (fillfactor = 90);
