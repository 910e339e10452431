package com.guance.billing.subscription;

import com.guance.billing.Required;
import com.guance.billing.Text;
import com.guance.billing.site.Cloud;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * How the vendor sells on one marketplace. Global and China are two profiles: other accounts, regions, currencies, windows.
 *
 * @param product the product sold
 * @param cloud the cloud whose accounts buy there
 * @param currency the currency the marketplace bills in (ARR-3)
 * @param window SUB-8, how old a metering record may be when it is sent
 * @param licensesFrom SUB-10, the whole UTC hour at which the product moves from the legacy to the license scheme: what is dated
 *     before it is metered by the legacy form of its customer only, what is dated from it on by license only; none if the product
 *     does not move
 * @param callsCountedBy SUB-7, what the marketplace counts calls by, its publishing account and region, under any name of 1–64
 *     characters: products of the same name share one rate; default the marketplace's name
 * @param meteringRegion SUB-10, the AWS region that takes the product's metering records, 1–64 characters, ever the same: each region
 *     bills on its own; default by cloud
 */
public record MarketplaceProfile(
        Product product,
        Cloud cloud,
        Currency currency,
        Duration window,
        Option<Instant> licensesFrom,
        String callsCountedBy,
        String meteringRegion) {

    /** The hour of the 1st, UTC, at which a month closes. */
    private static final int MONTH_CLOSES = 6;

    /**
     * Checks the hour of the move, by what calls are counted, and the region.
     *
     * @throws IllegalArgumentException if it is not a whole hour, or a name is blank, too long or not well-formed
     */
    public MarketplaceProfile {
        Required.value(meteringRegion, "meteringRegion");
        Required.value(product, "product");
        Required.value(cloud, "cloud");
        Required.value(currency, "currency");
        Required.value(window, "window");
        Required.option(licensesFrom, "licensesFrom");
        Required.value(callsCountedBy, "callsCountedBy");
        Text.bounded(callsCountedBy, 64, "name of what calls are counted by");
        Text.bounded(meteringRegion, 64, "metering region");
        if (licensesFrom.exists(hour -> !hour.equals(hour.truncatedTo(ChronoUnit.HOURS)))) {
            throw new IllegalArgumentException("a product moves to licenses on the hour, not at " + licensesFrom.get());
        }
    }

    /** A product that does not move (SUB-10), and shares its rate with all others of its marketplace (SUB-7). */
    public MarketplaceProfile(Product product, Cloud cloud, Currency currency, Duration window) {
        this(product, cloud, currency, window, Option.none(), product.marketplace(), regionOf(cloud));
    }

    /**
     * The same for a product that moves from the legacy to the license scheme (SUB-10).
     *
     * @param hour the whole UTC hour from which on it is metered by license; it stays the same for ever
     * @return the profile
     * @throws IllegalArgumentException if it is not a whole hour
     */
    public MarketplaceProfile movingToLicenses(Instant hour) {
        return new MarketplaceProfile(
                product, cloud, currency, window, Option.some(hour), callsCountedBy, meteringRegion);
    }

    /**
     * The same, sold through another publishing account or region than the marketplace's other products (SUB-7).
     *
     * @param other the name of that account and region
     * @return the profile
     * @throws IllegalArgumentException if the name is blank, too long or not well-formed
     */
    public MarketplaceProfile withCallsCountedBy(String other) {
        return new MarketplaceProfile(product, cloud, currency, window, licensesFrom, other, meteringRegion);
    }

    /**
     * The same, metered in another region (SUB-10).
     *
     * @param region the region of the metering client; it stays the same
     * @return the profile
     * @throws IllegalArgumentException if the name is blank, too long or not well-formed
     */
    public MarketplaceProfile meteredIn(String region) {
        return new MarketplaceProfile(product, cloud, currency, window, licensesFrom, callsCountedBy, region);
    }

    /**
     * Whether a customer may be billed for the hour that begins at an instant: of a product that moves, in the one form before the
     * move and in the other from it on, never in both (SUB-10).
     *
     * @param customer of this product
     * @param hour when the hour begins
     * @return whether records of it may be made
     */
    public boolean meters(MarketplaceCustomer customer, Instant hour) {
        return licensesFrom.forAll(moves -> isLicensed(customer) != hour.isBefore(moves));
    }

    /** Whether a customer is metered only until the product's move (SUB-10). */
    public boolean isLeftBehind(MarketplaceCustomer customer) {
        return licensesFrom.isDefined() && !isLicensed(customer);
    }

    /** Whether a customer is metered only from the product's move on (SUB-10). */
    public boolean isAhead(MarketplaceCustomer customer) {
        return licensesFrom.isDefined() && isLicensed(customer);
    }

    private static boolean isLicensed(MarketplaceCustomer customer) {
        return customer instanceof MarketplaceCustomer.Licensed;
    }

    /**
     * AWS Marketplace: US dollars, a window of 24 hours (BatchMeterUsage API).
     *
     * @param productCode the product's code there
     * @return the profile named {@code aws}
     */
    public static MarketplaceProfile aws(String productCode) {
        return new MarketplaceProfile(
                new Product("aws", productCode), Cloud.AWS, Currency.getInstance("USD"), Duration.ofHours(24));
    }

    /**
     * AWS Marketplace China: renminbi, and the window of 6 hours that China's copy of the page names.
     *
     * @param productCode the product's code there
     * @return the profile named {@code aws-cn}
     */
    public static MarketplaceProfile awsChina(String productCode) {
        return new MarketplaceProfile(
                new Product("aws-cn", productCode), Cloud.AWS_CHINA, Currency.getInstance("CNY"), Duration.ofHours(6));
    }

    /**
     * The oldest instant that a metering record may bear when it is sent now: within the window, and of last month only until
     * 06:00 UTC on the 1st (BatchMeterUsage API, SUB-8).
     *
     * @param now the instant of sending
     * @return the oldest timestamp taken
     */
    public Instant oldestTimestamp(Instant now) {
        Instant oldest = now.minus(window);
        ZonedDateTime month = monthOf(now);
        boolean lastMonthIsClosed = !now.isBefore(month.plusHours(MONTH_CLOSES).toInstant());
        return lastMonthIsClosed && oldest.isBefore(month.toInstant()) ? month.toInstant() : oldest;
    }

    /**
     * From when on a metering record is too old to be sent: a window after its timestamp, and of last month from 06:00 UTC on the 1st
     * on (SUB-8). Everything before it is {@linkplain #oldestTimestamp taken}; at the very instant of the window's end we no longer
     * try.
     *
     * @param timestamp the record's
     * @return its deadline
     */
    public Instant deadline(Instant timestamp) {
        Instant monthCloses =
                monthOf(timestamp).plusMonths(1).plusHours(MONTH_CLOSES).toInstant();
        Instant windowEnds = timestamp.plus(window);
        return windowEnds.isBefore(monthCloses) ? windowEnds : monthCloses;
    }

    /**
     * The newest timestamp whose {@linkplain #deadline deadline} has come by an instant: records of it, and of all before it, have
     * none left.
     *
     * @param by the instant
     * @return the newest timestamp that is too old
     */
    public Instant newestExpired(Instant by) {
        Instant beforeTheWindow = by.minus(window);
        Instant ofClosedMonths =
                monthOf(by.minus(Duration.ofHours(MONTH_CLOSES))).toInstant().minusNanos(1);
        return ofClosedMonths.isAfter(beforeTheWindow) ? ofClosedMonths : beforeTheWindow;
    }

    /** The marketplace's name. */
    public String marketplace() {
        return product.marketplace();
    }

    private static String regionOf(Cloud cloud) {
        return cloud.equals(Cloud.AWS_CHINA) ? "cn-northwest-1" : "us-east-1";
    }

    private static ZonedDateTime monthOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }
}
