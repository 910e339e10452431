package com.guance.billing;

/**
 * Names a workspace (工作空间); the product gives it out, {@code wksp_…} by custom.
 *
 * @param value 1–64 characters
 */
public record WorkspaceId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public WorkspaceId {
        Required.value(value, "value");
        Text.bounded(value, 64, "workspace id");
    }

    @Override
    public String toString() {
        return value;
    }
}
