package com.guance.billing.subscription;

import com.guance.billing.site.Cloud;
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
 */
public record MarketplaceProfile(Product product, Cloud cloud, Currency currency, Duration window) {

    /** The hour of the 1st, UTC, at which a month closes. */
    private static final int MONTH_CLOSES = 6;

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

    private static ZonedDateTime monthOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }
}
