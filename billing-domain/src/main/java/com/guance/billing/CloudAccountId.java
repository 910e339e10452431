package com.guance.billing;

/**
 * Names a cloud account (云账号): the account's own number, within the marketplace it buys on. The same buyer always gets the same
 * id, so that arriving twice cannot make two accounts (ARR-2).
 *
 * @param value {@code marketplace:number}, 1–300 characters
 */
public record CloudAccountId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public CloudAccountId {
        Required.value(value, "value");
        Text.bounded(value, 300, "cloud account id");
    }

    /**
     * The id of an account at a marketplace.
     *
     * @param marketplace the marketplace's name, as in its profile
     * @param number the account's number at the vendor, 12 digits at AWS
     * @return the id, the same for the same account
     */
    public static CloudAccountId of(String marketplace, String number) {
        return new CloudAccountId(marketplace + ":" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
