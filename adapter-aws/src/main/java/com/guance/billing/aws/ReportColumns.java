package com.guance.billing.aws;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Text;
import com.guance.billing.metering.Dimension;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the columns of a seller report mean.
 *
 * @param places of the columns, by their names in small letters with underscores
 * @param separator what stands between its cells
 */
record ReportColumns(Map<String, Integer> places, char separator) {

    private static final List<String> CUSTOMER = List.of(
            "subscriber_aws_account_id", "customer_aws_account_id", "end_user_aws_account_id", "end_user_account_id");
    private static final List<String> DIMENSION = List.of("dimension_key", "dimension", "usage_dimension");
    private static final List<String> UNITS =
            List.of("estimated_usage", "estimated_usage_units", "usage_units", "usage_quantity");
    private static final List<String> DAY = List.of("usage_date", "usage_period_start_date", "date");
    private static final List<String> CODE = List.of("product_code");
    private static final List<String> PRODUCT_ID = List.of("product_id");
    private static final List<String> IDENTITY = List.of("internal_usage_line_item_id", "usage_feed_id");
    private static final List<String> CHANGED = List.of("row_modified_date", "update_date");
    private static final List<String> BILLED =
            List.of("customer_aws_account_number", "payer_aws_account_id", "payer_account_id");

    private static final Map<String, List<String>> NEEDED = new TreeMap<>(Map.of(
            "the subscriber's account", CUSTOMER,
            "the dimension", DIMENSION,
            "the units", UNITS,
            "the day", DAY,
            "the product", Stream.concat(CODE.stream(), PRODUCT_ID.stream()).toList()));

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.0{1,20})?");

    /** Where a spreadsheet has saved a report again, three zeros may be decimals or thousands. */
    private static final Pattern RESAVED = Pattern.compile("-?[0-9]{1,19}([.,]0{1,2})?");

    private static final int LENGTH_OF_A_DAY = 10;

    /** The columns of a header. */
    static ReportColumns of(List<String> header, char separator) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < header.size(); place++) {
            places.putIfAbsent(header.get(place).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), place);
        }
        return new ReportColumns(Map.copyOf(places), separator);
    }

    /**
     * A row, as it was at some time.
     *
     * @param identity of the usage it tells of
     * @param changed when it was written, as text that sorts
     * @param deleted whether it takes the usage back
     * @param row what it says
     */
    record Dated(String identity, String changed, boolean deleted, ReportRow row) {

        static Dated later(Dated one, Dated next) {
            return next.changed.compareTo(one.changed) >= 0 ? next : one;
        }
    }

    /** Which columns are missing, and where to get a report that has them; none if it has all. */
    Option<String> missing() {
        List<String> missing = NEEDED.entrySet().stream()
                .filter(needed -> needed.getValue().stream().noneMatch(places::containsKey))
                .map(Map.Entry::getKey)
                .toList();
        boolean namesBilled =
                missing.contains("the subscriber's account") && BILLED.stream().anyMatch(places::containsKey);
        return Option.when(
                !missing.isEmpty(),
                () -> "no column of " + String.join(", ", missing)
                        + (namesBilled ? " (the account that is billed is not always the one that subscribed)" : "")
                        + ": export the Usage dashboard (Insights, Sales operations) or the Daily Usage feed instead");
    }

    /** Whether a row is the product's; left: that it cannot be told. */
    Either<String, Boolean> isOf(Product product, ReportKeys keys, List<String> cells) {
        Option<String> code = cell(cells, CODE, any -> true);
        Option<String> id = cell(cells, PRODUCT_ID, any -> true);
        if (code.isDefined()) {
            return Either.right(code.contains(product.code()));
        } else if (id.isDefined() && keys.productId().isDefined()) {
            return Either.right(id.equals(keys.productId()));
        }
        return Either.left(
                id.isDefined() ? "names its product by an id: ReportKeys says which is ours" : "names no product");
    }

    /** The row; left: what is wrong with it, without repeating it. */
    Either<String, Dated> read(MarketplaceProfile profile, ReportKeys keys, Csv.Row row) {
        List<String> cells = row.cells();
        Option<String> account = customer(cells, keys);
        Option<Dimension> dimension = cell(cells, DIMENSION, text -> text.length() <= 255 && Text.isWellFormed(text))
                .map(Dimension::new);
        Option<Long> units = cell(cells, UNITS, this::isNumber).flatMap(ReportColumns::exact);
        Option<LocalDate> day = cell(cells, DAY, text -> true).flatMap(ReportColumns::day);
        if (account.isEmpty()) {
            return Either.left("no account of 12 digits, and no hash of one that ReportKeys knows");
        } else if (dimension.isEmpty()) {
            return Either.left("no dimension");
        } else if (units.isEmpty()) {
            return Either.left("no whole units");
        } else if (day.isEmpty()) {
            return Either.left("no day");
        }
        return Either.right(new Dated(
                cell(cells, IDENTITY, text -> true).map(id -> "id " + id).getOrElse("line " + row.line()),
                cell(cells, CHANGED, text -> true).getOrElse(""),
                cell(cells, List.of("row_type"), "DELETE"::equalsIgnoreCase).isDefined()
                        || cell(cells, List.of("delete_date"), text -> true).isDefined(),
                new ReportRow(
                        CloudAccountId.of(profile.marketplace(), account.get()),
                        dimension.get(),
                        day.get(),
                        units.get())));
    }

    /** Of the columns that have something the first; its hash is looked up. */
    private Option<String> customer(List<String> cells, ReportKeys keys) {
        return cell(
                        cells,
                        CUSTOMER,
                        text -> ACCOUNT.matcher(text).matches()
                                || keys.accounts().containsKey(text))
                .map(text -> keys.accounts().getOrDefault(text, text))
                .filter(text -> ACCOUNT.matcher(text).matches());
    }

    private boolean isNumber(String text) {
        return (separator == ',' ? NUMBER : RESAVED).matcher(text).matches();
    }

    private Option<String> cell(List<String> cells, List<String> names, Predicate<String> fits) {
        return Option.ofOptional(names.stream()
                .flatMap(name -> Option.of(places.get(name)).toJavaStream())
                .filter(place -> place < cells.size())
                .map(cells::get)
                .filter(text -> !text.isBlank() && fits.test(text))
                .findFirst());
    }

    private static Option<Long> exact(String number) {
        try {
            return Option.some(new BigDecimal(number.replace(',', '.')).longValueExact());
        } catch (ArithmeticException tooLarge) {
            return Option.none();
        }
    }

    private static Option<LocalDate> day(String text) {
        try {
            return Option.some(LocalDate.parse(text.substring(0, Math.min(text.length(), LENGTH_OF_A_DAY))));
        } catch (DateTimeException noDay) {
            return Option.none();
        }
    }
}
