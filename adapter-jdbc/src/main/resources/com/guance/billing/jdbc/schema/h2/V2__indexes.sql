-- H2 has no partial indexes: each starts with its condition instead.
CREATE INDEX billing_journal_untold ON billing_journal (told, position);
CREATE INDEX billing_workspace_paid_by ON billing_workspace (subscription, id);
CREATE INDEX billing_cloud_account_on_file ON billing_cloud_account (holder, on_file, id);
CREATE UNIQUE INDEX billing_subscription_life ON billing_subscription (customer_key, life);
CREATE INDEX billing_subscription_cascade ON billing_subscription (cascade_open, id);
CREATE INDEX billing_metering_record_owed ON billing_metering_record (owed, product, attempts, hour_start, id);
CREATE UNIQUE INDEX billing_metering_record_meter ON billing_metering_record (customer_key, dimension, hour_start);
CREATE INDEX billing_metering_record_account ON billing_metering_record (cloud_account);
CREATE INDEX billing_charge_unrecorded ON billing_charge (record_hour, customer_key, dimension, hour_start);
CREATE INDEX billing_charge_subscription ON billing_charge (record_hour, subscription, until_second);
CREATE INDEX billing_charge_account ON billing_charge (cloud_account);
CREATE INDEX billing_remainder_account ON billing_remainder (cloud_account);
