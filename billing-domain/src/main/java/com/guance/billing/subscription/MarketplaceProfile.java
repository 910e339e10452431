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
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the vendor sells on one marketplace. Global and China are two profiles: other accounts, regions, currencies, windows.
 *
 * @param product the product sold
 * @param cloud the cloud whose accounts buy there
 * @param currency the currency the marketplace bills in (ARR-3)
 * @param window SUB-8, how old a metering record may be when it is sent
 * @param form ARR-9, by which names customers are known and metered; of a product that moves the legacy form, until it moves
 * @param licensesFrom SUB-10, the whole UTC hour at which the product moves from the legacy to the license scheme: what is dated
 *     before it is metered by the legacy form of its customer only, what is dated from it on by license only; none if the product
 *     does not move
 * @param callsCountedBy SUB-7, what the marketplace counts calls by, its publishing account and region, under any name of 1–64
 *     characters: products of the same name share one rate; default the marketplace's name
 * @param meteringRegion SUB-10, the AWS region that takes the product's metering records, 1–64 characters, ever the same: each region
 *     bills on its own; default by cloud
 * @param licenseIssuer the AWS account that issues the product's licenses, 12 digits: it stands in the ARN of a license for which the
 *     marketplace has answered none (MET-6); default AWS Marketplace's own, 294406891311
 * @param dimensions MET-10, the names of the product's dimensions: a charge of another is refused; none: any is taken
 * @param rawDelivery NOT-7, whether notices are read that came without the publisher's envelope, by the id and time of the transport;
 *     default not
 * @param topics NOT-13, NOT-14, the ARNs of the SNS topics that notices may come from, or be passed on by, such as
 *     {@code arn:aws:sns:us-east-1:123456789012:aws-mp-subscription-notification-abc}: a notice of another topic is <em>ignored</em>,
 *     but a raw body, which names no topic; empty, as by default: any topic is accepted but one that AWS names after another product
 */
public record MarketplaceProfile(
        Product product,
        Cloud cloud,
        Currency currency,
        Duration window,
        IdentityForm form,
        Option<Instant> licensesFrom,
        String callsCountedBy,
        String meteringRegion,
        String licenseIssuer,
        Option<Set<String>> dimensions,
        boolean rawDelivery,
        Set<String> topics) {

    /** AWS Marketplace's own account, which issues the licenses of what is sold there; of China's marketplace it is not known. */
    private static final String AWS_MARKETPLACE = "294406891311";

    private static final Pattern AWS_ACCOUNT = Pattern.compile("[0-9]{12}");

    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]{1,64}:[0-9]{12}:[A-Za-z0-9_.-]{1,256}");

    /** The hour of the 1st, UTC, at which a month closes. */
    private static final int MONTH_CLOSES = 6;

    /**
     * Checks the hour of the move, by what calls are counted, the region, who issues licenses, and the topics.
     *
     * @throws IllegalArgumentException if it is not a whole hour, another form than legacy moves, a name is blank, too long or not
     *     well-formed, the issuer is no AWS account, or a topic is none of SNS
     */
    public MarketplaceProfile {
        Required.value(meteringRegion, "meteringRegion");
        Required.value(product, "product");
        Required.value(cloud, "cloud");
        Required.value(currency, "currency");
        Required.value(window, "window");
        Required.option(licensesFrom, "licensesFrom");
        Required.value(callsCountedBy, "callsCountedBy");
        Required.value(form, "form");
        Required.value(licenseIssuer, "licenseIssuer");
        Required.option(dimensions, "dimensions");
        topics = Required.set(topics, "topics");
        if (!AWS_ACCOUNT.matcher(licenseIssuer).matches()) {
            throw new IllegalArgumentException("an AWS account has 12 digits");
        }
        if (licensesFrom.isDefined() && form != IdentityForm.LEGACY) {
            throw new IllegalArgumentException("a product moves to licenses from the legacy form only");
        }
        dimensions = dimensions.map(Set::copyOf);
        topics.stream().filter(arn -> !TOPIC.matcher(arn).matches()).findFirst().ifPresent(arn -> {
            throw new IllegalArgumentException("not the ARN of an SNS topic: " + arn);
        });
        Text.bounded(callsCountedBy, 64, "name of what calls are counted by");
        Text.bounded(meteringRegion, 64, "metering region");
        if (licensesFrom.exists(hour -> !hour.equals(hour.truncatedTo(ChronoUnit.HOURS)))) {
            throw new IllegalArgumentException("a product moves to licenses on the hour, not at " + licensesFrom.get());
        }
    }

    /** A product of the legacy form that does not move (SUB-10), and shares its rate with all others of its marketplace (SUB-7). */
    public MarketplaceProfile(Product product, Cloud cloud, Currency currency, Duration window) {
        this(
                product,
                cloud,
                currency,
                window,
                IdentityForm.LEGACY,
                Option.none(),
                product.marketplace(),
                regionOf(cloud),
                AWS_MARKETPLACE,
                Option.none(),
                false,
                Set.of());
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
                product,
                cloud,
                currency,
                window,
                form,
                Option.some(hour),
                callsCountedBy,
                meteringRegion,
                licenseIssuer,
                dimensions,
                rawDelivery,
                topics);
    }

    /**
     * The same for a product listed by license: customers are known by AWS account and license (ARR-9).
     *
     * @return the profile
     * @throws IllegalArgumentException if the product moves
     */
    public MarketplaceProfile byLicense() {
        return in(IdentityForm.LICENSE);
    }

    /**
     * The same for a product whose customers are known by AWS account and product code (ARR-9). All licenses of an account are one
     * subscription then, and one meter.
     *
     * @return the profile
     * @throws IllegalArgumentException if the product moves
     */
    public MarketplaceProfile byAccount() {
        return in(IdentityForm.ACCOUNT);
    }

    private MarketplaceProfile in(IdentityForm other) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                other,
                licensesFrom,
                callsCountedBy,
                meteringRegion,
                licenseIssuer,
                dimensions,
                rawDelivery,
                topics);
    }

    /**
     * The same where another account than AWS Marketplace's own issues the licenses (MET-6).
     *
     * @param awsAccount 12 digits
     * @return the profile
     * @throws IllegalArgumentException if it is anything else
     */
    public MarketplaceProfile withLicensesIssuedBy(String awsAccount) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                callsCountedBy,
                meteringRegion,
                awsAccount,
                dimensions,
                rawDelivery,
                topics);
    }

    /**
     * The customer that an answer of the marketplace names. The form decides, and of a product that moves the hour; never which names
     * the answer brings (ARR-9, SUB-10).
     *
     * @param names the names answered
     * @param account the customer's account number at the vendor
     * @param at when it landed
     * @return the customer; none if the name is missing that the form needs
     * @throws IllegalArgumentException if that name, or the account, is too long or has other characters
     */
    public Option<MarketplaceCustomer> customer(AnsweredNames names, String account, Instant at) {
        return switch (formAt(at)) {
            case LEGACY ->
                names.customerIdentifier().map(identifier -> new MarketplaceCustomer.Legacy(product, identifier));
            case LICENSE -> names.licenseArn().map(arn -> MarketplaceCustomer.Licensed.of(product, account, arn));
            case ACCOUNT -> Option.some(new MarketplaceCustomer.Account(product, account));
        };
    }

    /**
     * The ARN of a license for which the marketplace has answered none (MET-6).
     *
     * @param license the license's own id
     * @return the ARN as AWS's answers spell it
     */
    public String licenseArn(String license) {
        String partition = cloud.equals(Cloud.AWS_CHINA) ? "aws-cn" : "aws";
        return "arn:" + partition + ":license-manager::" + licenseIssuer + ":license:" + license;
    }

    private IdentityForm formAt(Instant at) {
        return licensesFrom.exists(moves -> !at.isBefore(moves)) ? IdentityForm.LICENSE : form;
    }

    /**
     * The same, sold through another publishing account or region than the marketplace's other products (SUB-7).
     *
     * @param other the name of that account and region
     * @return the profile
     * @throws IllegalArgumentException if the name is blank, too long or not well-formed
     */
    public MarketplaceProfile withCallsCountedBy(String other) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                other,
                meteringRegion,
                licenseIssuer,
                dimensions,
                rawDelivery,
                topics);
    }

    /**
     * The same, metered in another region (SUB-10).
     *
     * @param region the region of the metering client; it stays the same
     * @return the profile
     * @throws IllegalArgumentException if the name is blank, too long or not well-formed
     */
    public MarketplaceProfile meteredIn(String region) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                callsCountedBy,
                region,
                licenseIssuer,
                dimensions,
                rawDelivery,
                topics);
    }

    /**
     * The same, whose dimensions are known: a charge of another is refused (MET-10).
     *
     * @param names all dimensions of the product, as they are spelled there
     * @return the profile
     */
    public MarketplaceProfile withDimensions(Set<String> names) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                callsCountedBy,
                meteringRegion,
                licenseIssuer,
                Option.some(names),
                rawDelivery,
                topics);
    }

    /** Whether the product may have a dimension: its list has it, or there is no list (MET-10). */
    public boolean mayHave(String dimension) {
        return dimensions.forAll(names -> names.contains(dimension));
    }

    /**
     * The same, where notices come by raw delivery (NOT-7): the id and time of the transport stand in for the publisher's, and the end of
     * a subscription raises a suspicion and nothing more. A raw body names no topic, so {@link #topics()} are not checked of it: also
     * where they are named, it activates a subscription. Who may send it the policy of the queue decides.
     *
     * @return the profile
     */
    public MarketplaceProfile allowingRawDelivery() {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                callsCountedBy,
                meteringRegion,
                licenseIssuer,
                dimensions,
                true,
                topics);
    }

    /**
     * The same with the SNS topics that notices may come from (NOT-13, NOT-14): AWS's own, and those of the vendor's own that pass on
     * notices. Every envelope of SNS around a notice must come from one of them. Of a raw body, which names no topic, they cannot be
     * checked: it is accepted only where {@linkplain #allowingRawDelivery raw delivery is allowed}.
     *
     * @param arns ARNs of topics, one named twice counts once; none: any topic is accepted but one that AWS names after another product
     * @return the profile
     * @throws IllegalArgumentException if one is no ARN of an SNS topic
     * @throws NullPointerException if one is null
     */
    public MarketplaceProfile withTopics(String... arns) {
        return new MarketplaceProfile(
                product,
                cloud,
                currency,
                window,
                form,
                licensesFrom,
                callsCountedBy,
                meteringRegion,
                licenseIssuer,
                dimensions,
                rawDelivery,
                new LinkedHashSet<>(Arrays.asList(Required.value(arns, "topics"))));
    }

    /**
     * Whether a customer may be billed for the hour that begins at an instant: of a product that moves, in the one form before the
     * move and in the other from it on, never in both (SUB-10); in the account form of a product of that form only (ARR-9).
     *
     * @param customer of this product
     * @param hour when the hour begins
     * @return whether records of it may be made
     */
    public boolean meters(MarketplaceCustomer customer, Instant hour) {
        boolean byAccount = customer instanceof MarketplaceCustomer.Account;
        return byAccount == (form == IdentityForm.ACCOUNT)
                && licensesFrom.forAll(moves -> isLicensed(customer) != hour.isBefore(moves));
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
