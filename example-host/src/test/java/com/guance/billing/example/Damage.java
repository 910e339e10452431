package com.guance.billing.example;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What may happen to the history of an aggregate in a database, and how it is mended. */
enum Damage {
    /** A newer version has written an event that this one does not know. */
    UNKNOWN_TYPE(
            "UPDATE billing_journal SET type = 'new-' || type WHERE kind = ? AND subject LIKE ?",
            "UPDATE billing_journal SET type = SUBSTRING(type FROM 5) WHERE kind = ? AND subject LIKE ? AND type LIKE"
                    + " 'new-%'"),
    /** A text was cut. */
    TRUNCATED(
            "UPDATE billing_journal SET payload = '~' || payload WHERE kind = ? AND subject LIKE ?",
            "UPDATE billing_journal SET payload = SUBSTRING(payload FROM 2) WHERE kind = ? AND subject LIKE ? AND"
                    + " payload LIKE '~%'"),
    /** The row has no events. */
    WITHOUT_EVENTS(
            "UPDATE billing_journal SET kind = kind || '-gone' WHERE kind = ? AND subject LIKE ?",
            "UPDATE billing_journal SET kind = REPLACE(kind, '-gone', '') WHERE kind = ? || '-gone' AND subject LIKE"
                    + " ?"),
    /** The first event is missing. */
    WITHOUT_BEGINNING(
            "UPDATE billing_journal SET subject = 'gone ' || subject WHERE kind = ? AND subject LIKE ? AND version = 1",
            "UPDATE billing_journal SET subject = SUBSTRING(subject FROM 6) WHERE kind = ? AND subject LIKE 'gone ' ||"
                    + " ?"),
    /** The version of the row is an older one than the last event's. */
    OLD_VERSION(
            "UPDATE billing_journal SET version = version + 1000 WHERE kind = ? AND subject LIKE ?",
            "UPDATE billing_journal SET version = version - 1000 WHERE kind = ? AND subject LIKE ? AND version > 1000");

    private final String damaging;
    private final String mending;

    Damage(String damaging, String mending) {
        this.damaging = damaging;
        this.mending = mending;
    }

    /** Damages all whose ids are like this. */
    void damage(HikariDataSource source, String kind, String like) {
        update(source, damaging, kind, like);
    }

    void mend(HikariDataSource source, String kind, String like) {
        update(source, mending, kind, like);
    }

    static void update(HikariDataSource source, String sql, String... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("nothing to damage: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
