package com.guance.billing.aws;

import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the usage that AWS Marketplace reports to sellers as CSV, for a reconciliation of sums ("Marketplace Usage dataset", "Usage
 * dashboard" and "Daily business report" pages of the seller guide; ASK-3).
 *
 * <p>Columns are found by the names in the first row, whatever their order, capitals, blanks and underscores; unknown ones are passed
 * over. Of each group the first that has something counts:
 *
 * <ul>
 *   <li>customer: {@code subscriber_aws_account_id}, {@code customer_aws_account_number}, {@code customer_aws_account_id}, {@code
 *       end_user_aws_account_id}: 12 digits
 *   <li>dimension: {@code dimension_key}, {@code dimension}, {@code usage_dimension}
 *   <li>units: {@code estimated_usage_units}, {@code usage_units}, {@code usage_quantity}: a whole number
 *   <li>day: {@code usage_date}, {@code usage_period_start_date}, {@code date}: ISO 8601, a time after it is passed over
 *   <li>product, if there is one: {@code product_code}; rows of others are passed over
 *   <li>identity, if there is one: {@code internal_usage_line_item_id}, {@code usage_feed_id}: of rows of one identity the one with
 *       the latest {@code row_modified_date} or {@code update_date} counts, of equal ones the last; none if its {@code row_type} is
 *       {@code DELETE} or it has a {@code delete_date}
 * </ul>
 */
public final class SellerReport {

    private SellerReport() {}

    /**
     * Reads a report as a stream. A row that is not legible, longer than 65,536 characters, or has no customer, dimension, whole
     * units or day spoils no other.
     *
     * @param csv the text; not closed here
     * @param profile how the vendor sells the product
     * @param keys what the report's own names mean
     * @return its rows of the product, and problems by the number of the line, from 1; one of them only if columns are missing
     * @throws IOException if the text cannot be read
     */
    public static Legible<ReportRow> read(Reader csv, MarketplaceProfile profile, ReportKeys keys) throws IOException {
        return read(csv, profile);
    }

    /**
     * Reads a file as it was downloaded.
     *
     * @param file the file; not closed here
     * @param profile how the vendor sells the product
     * @param keys what the report's own names mean
     * @return its rows of the product, and problems by the number of the line, from 1
     * @throws IOException if the file cannot be read
     */
    public static Legible<ReportRow> read(InputStream file, MarketplaceProfile profile, ReportKeys keys)
            throws IOException {
        return read(new InputStreamReader(file, StandardCharsets.UTF_8), profile);
    }

    private static Legible<ReportRow> read(Reader csv, MarketplaceProfile profile) throws IOException {
        Csv rows = new Csv(csv, 64 * 1024);
        Option<ReportColumns> columns =
                rows.next().filter(Csv.Row::legible).map(header -> ReportColumns.of(header.cells()));
        Reading<ReportRow> reading = new Reading<>();
        Map<String, ReportColumns.Dated> latest = new LinkedHashMap<>();
        if (!columns.exists(ReportColumns::areComplete)) {
            reading.problem(1, "no columns of customer, dimension, units and day");
            return reading.legible();
        }
        ReportColumns known = columns.get();
        for (Option<Csv.Row> next = rows.next(); next.isDefined(); next = rows.next()) {
            Csv.Row row = next.get();
            if (!row.legible()) {
                reading.problem(row.line(), "no legible row");
            } else if (known.isOf(profile.product(), row.cells())) {
                known.read(profile, row)
                        .peek(read -> latest.merge(read.identity(), read, ReportColumns.Dated::later))
                        .peekLeft(problem -> reading.problem(row.line(), problem));
            }
        }
        latest.values().stream()
                .filter(read -> !read.deleted())
                .map(ReportColumns.Dated::row)
                .forEach(reading::line);
        return reading.legible();
    }
}
