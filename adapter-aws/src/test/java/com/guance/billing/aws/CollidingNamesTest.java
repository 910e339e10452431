package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names chosen so that their hashes are equal: what is read depends on the text alone, not on what was read before. */
class CollidingNamesTest {

    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @Test
    @DisplayName("NOT-4 300 names with equal hashes in a notice: the same answer each time, never an exception")
    void notices() {
        List<Notice> read = IntStream.range(0, 6)
                .mapToObj(round -> SnsNotices.read(
                        SnsTexts.notification(
                                "id-1",
                                "2026-03-18T12:00:00Z",
                                "{\"action\":\"subscribe-success\",\"customer-identifier\":\"c\",\"product-code\":\"prod-obs\","
                                        + names(round) + "}"),
                        profile,
                        RECEIPT))
                .toList();

        assertThat(read).allMatch(Notice.Understood.class::isInstance);
    }

    @Test
    @DisplayName("ASK-3 300 names with equal hashes in an event of CloudTrail: no bad line, never an exception")
    void trail() throws IOException {
        for (int round = 0; round < 6; round++) {
            String event = "{\"eventName\":\"Other\",\"eventSource\":\"metering-marketplace.amazonaws.com\","
                    + names(round) + "}";
            assertThat(CloudTrailExport.read(new StringReader(event), profile).problems())
                    .isEmpty();
            assertThat(CloudTrailExport.readLines(new StringReader(event), profile)
                            .problems())
                    .isEmpty();
        }
    }

    /** 300 names that no other round has, all of one length: {@code 33 * a + b} is the same for the pairs that they are made of. */
    private static String names(int round) {
        return IntStream.range(0, 300)
                .mapToObj(number -> "\"" + name(round * 300 + number) + "\":1")
                .collect(Collectors.joining(","));
    }

    private static String name(int number) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Bb" : "CA")
                .collect(Collectors.joining());
    }
}
