package com.guance.billing;

/**
 * Names an agreement between a buyer and the vendor, within the marketplace where it was made. A renewal or a replacement is another
 * agreement.
 *
 * @param value {@code marketplace:id}, 1–300 characters
 */
public record AgreementId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public AgreementId {
        Required.value(value, "value");
        Text.bounded(value, 300, "agreement id");
    }

    /**
     * The id of an agreement at a marketplace.
     *
     * @param marketplace the marketplace's name, as in its profile
     * @param id the marketplace's id of it, {@code agmt-…} at AWS
     * @return the id
     */
    public static AgreementId of(String marketplace, String id) {
        return new AgreementId(marketplace + ":" + id);
    }

    @Override
    public String toString() {
        return value;
    }
}
