package com.guance.billing.aws;

import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the usage that AWS Marketplace reports to sellers as CSV, for a reconciliation of sums ("Usage dashboard", "Marketplace Usage
 * dataset" and "Daily Usage data feed" pages of the seller guide; ASK-3). The "Daily business report" has neither days nor dimensions nor
 * subscribers: it is refused, with what to export instead.
 *
 * <p>Columns are found by the names in the first row, whatever their order, capitals, blanks and underscores; unknown ones are passed
 * over. Of each group the first that has something counts:
 *
 * <ul>
 *   <li>customer: {@code subscriber_aws_account_id}, {@code customer_aws_account_id}, {@code end_user_aws_account_id}, {@code
 *       end_user_account_id}: 12 digits, or a hash of {@link ReportKeys#accounts}; never the account that is billed
 *   <li>dimension: {@code dimension_key}, {@code dimension}, {@code usage_dimension}
 *   <li>units: {@code estimated_usage}, {@code estimated_usage_units}, {@code usage_units}, {@code usage_quantity}: a whole number
 *   <li>day: {@code usage_date}, {@code usage_period_start_date}, {@code date}: ISO 8601, a time after it is passed over
 *   <li>product: {@code product_code}, else {@code product_id}, if it is {@link ReportKeys#productId}; rows of others are counted
 *   <li>identity, if there is one: {@code internal_usage_line_item_id}, {@code usage_feed_id}: of rows of one identity the one with
 *       the latest {@code row_modified_date} or {@code update_date} counts, of equal ones the last; none if its {@code row_type} is
 *       {@code DELETE} or it has a {@code delete_date}
 * </ul>
 *
 * <p>A row that cannot be read, longer than 65,536 characters, or without one of these spoils no other: it is a problem, and what the
 * report then lacks is unknown.
 */
public final class SellerReport {

    private static final int LONGEST_ROW = 64 * 1024;

    private final MarketplaceProfile profile;
    private final ReportKeys keys;
    private final Reading<ReportRow> reading = new Reading<>();
    private final Map<String, ReportColumns.Dated> latest = new LinkedHashMap<>();
    private long last;

    private SellerReport(MarketplaceProfile profile, ReportKeys keys) {
        this.profile = profile;
        this.keys = keys;
    }

    /**
     * Reads a file as it was downloaded, or as a spreadsheet has saved it again: packed by gzip or not, in UTF-8 or UTF-16, with commas,
     * semicolons or tabs. Where it is broken, or longer than 1 GiB when unpacked, reading ends with a problem.
     *
     * @param file the file; not closed here
     * @param profile how the vendor sells the product
     * @param keys what the report's own names mean
     * @return its rows of the product, and problems by the number of the line, from 1
     * @throws IOException if the file cannot be read from its disk or network
     */
    public static Legible<ReportRow> read(InputStream file, MarketplaceProfile profile, ReportKeys keys)
            throws IOException {
        SellerReport report = new SellerReport(profile, keys);
        try {
            report.read(new Csv(ExportText.of(file, ExportText.LONGEST_FILE), LONGEST_ROW));
        } catch (ExportText.Illegible broken) {
            report.reading.problem(report.last + 1, broken.why());
        }
        return report.legible();
    }

    /**
     * Reads a text, in the same way.
     *
     * @param csv the text; not closed here
     * @param profile how the vendor sells the product
     * @param keys what the report's own names mean
     * @return its rows of the product, and problems by the number of the line, from 1
     * @throws IOException if the text cannot be read
     */
    public static Legible<ReportRow> read(Reader csv, MarketplaceProfile profile, ReportKeys keys) throws IOException {
        SellerReport report = new SellerReport(profile, keys);
        report.read(new Csv(csv, LONGEST_ROW));
        return report.legible();
    }

    private void read(Csv rows) throws IOException {
        ReportColumns columns = ReportColumns.of(
                rows.next().filter(Csv.Row::legible).map(Csv.Row::cells).getOrElse(List.of()), rows.separator());
        columns.missing().peek(missing -> reading.problem(1, missing));
        if (columns.missing().isEmpty()) {
            for (Option<Csv.Row> next = rows.next(); next.isDefined(); next = rows.next()) {
                take(columns, next.get());
            }
        }
    }

    private void take(ReportColumns columns, Csv.Row row) {
        last = row.line();
        Either<String, Boolean> isOurs =
                row.legible() ? columns.isOf(profile.product(), keys, row.cells()) : Either.left("no legible row");
        if (isOurs.contains(false)) {
            reading.otherProduct();
        } else {
            isOurs.flatMap(ours -> columns.read(profile, keys, row))
                    .peek(read -> latest.merge(read.identity(), read, ReportColumns.Dated::later))
                    .peekLeft(problem -> reading.problem(row.line(), problem));
        }
    }

    private Legible<ReportRow> legible() {
        latest.values().stream()
                .filter(read -> !read.deleted())
                .map(ReportColumns.Dated::row)
                .forEach(reading::line);
        return reading.legible();
    }
}
