package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.subscription.End;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The format of what is stored: a journal written today must be readable for ever. A line of a golden file never changes. */
class GoldenEventsTest {

    @Test
    @DisplayName("an event of each type is written as the golden file has it, and read from there")
    void everyTypeIsWrittenAsEver() throws IOException {
        assertWrittenAsEver();
    }

    @Test
    @DisplayName("so is a value of each case of the sealed types inside")
    void everyCaseIsWrittenAsEver() throws IOException {
        Map<String, Object> samples = new TreeMap<>(SampleCases.one());
        Map<String, String> golden = golden("golden-cases.txt");

        assertThat(samples).hasSameSizeAs(TypeNames.CASES);
        assertThat(samples.keySet()).isEqualTo(golden.keySet());
        assertThat(samples).allSatisfy((name, value) -> {
            assertThat(Json.write(value)).isEqualTo(golden.get(name));
            assertThat(Json.read(Objects.requireNonNull(golden.get(name)), family(value)))
                    .isEqualTo(value);
        });
    }

    @Test
    @DisplayName("enums are written as their names, which are those of the golden file")
    void everyEnumHasItsNamesForEver() throws IOException {
        assertThat(Json.write(Sign.Kind.ENDED)).isEqualTo("\"ENDED\"");
        assertThat(StoredEnums.all()).isEqualTo(golden("golden-enums.txt"));
    }

    @Test
    @DisplayName(
            "SET-13 an event with a constant that is no longer written is read as the golden file says, and written by its new name")
    void formerNamesAreRead() throws IOException {
        Map<String, String> golden = golden("golden-former-names.txt");
        assertThat(golden)
                .hasSize(FormerNames.READ_AS.values().stream()
                        .mapToInt(Map::size)
                        .sum());
        assertThat(golden).allSatisfy((former, line) -> {
            String[] parts = line.split(" ", 3);
            DomainEvent read = EventCodec.read(parts[0], parts[2]);
            assertThat(parts[2]).contains("\"" + former + "\"");
            assertThat(Json.write(read)).isEqualTo(parts[2].replace("\"" + former + "\"", "\"" + parts[1] + "\""));
        });
        assertThatThrownBy(() -> EventCodec.read(
                        "waiting-ended",
                        golden.values()
                                .iterator()
                                .next()
                                .split(" ", 3)[2]
                                .replace("SUBSCRIPTION_ENDED", "OF_TOMORROW")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    @DisplayName("all type names are short, different, and not those of the classes")
    void namesAreShort() {
        List<String> cases =
                TypeNames.CASES.stream().map(type -> type.getName()).toList();

        assertThat(cases).allMatch(name -> name.matches("[a-z-]{3,30}"));
        assertThat(TypeNames.EVENTS.keySet()).allMatch(name -> name.matches("[a-z-]{3,30}"));
        assertThat(TypeNames.CASES.stream()
                        .map(type -> type.getType())
                        .distinct()
                        .count())
                .isEqualTo(cases.size());
        List<Class<?>> named =
                TypeNames.CASES.stream().<Class<?>>map(type -> type.getType()).toList();
        assertThat(TypeNames.FAMILIES)
                .allSatisfy(family -> assertThat(named.containsAll(List.of(family.getPermittedSubclasses())))
                        .isTrue());
    }

    @Test
    @DisplayName("a property that this version does not know is tolerated; one that it misses is not")
    void unknownPropertiesAreTolerated() {
        String known = "{\"is\":\"administrative\",\"why\":\"w\",\"staff\":\"s\"";

        assertThat(Json.read(known + ",\"of\":{\"tomorrow\":[1]}}", LockCause.class))
                .isEqualTo(Json.read(known + "}", LockCause.class));
        for (String broken : List.of(
                "{\"is\":\"administrative\",\"why\":\"w\"}",
                "{\"is\":\"administrative\",\"why\":\"w\",\"staff\":null}",
                "{\"is\":\"administrative\",\"why\":\"w\",\"staff\":\"\"}",
                "{\"is\":\"of-tomorrow\"}",
                "{}",
                "null",
                "")) {
            assertThatThrownBy(() -> Json.read(broken, LockCause.class))
                    .as(broken)
                    .isInstanceOf(Unreadable.class);
        }
        assertThat(Json.read(
                        "{\"freeze\":\"2026-03-10T08:00:00Z\",\"undecidedUntil\":null,\"succeeded\":true}", End.class))
                .isEqualTo(new End(Instant.parse("2026-03-10T08:00:00Z"), Option.none(), true));
        assertThatThrownBy(() -> Json.read("{\"freeze\":\"2026-03-10T08:00:00Z\"}", End.class))
                .isInstanceOf(Unreadable.class);
        assertThat(Json.read("{\"is\":\"duplicate\"}", NoticeOutcome.class)).isEqualTo(new NoticeOutcome.Duplicate());
    }

    @Test
    @DisplayName("MET-6 a record that was made before records kept the ARN of their license is read, without one")
    void recordsWithoutArn() throws IOException {
        String today = Objects.requireNonNull(golden("golden-events.txt").get("record-made"));
        String before = today.replace(",\"licenseArn\":null", "");

        assertThat(before).isNotEqualTo(today);
        assertThat(EventCodec.read("record-made", before)).isEqualTo(EventCodec.read("record-made", today));
    }

    @Test
    @DisplayName("ARR-9 an arrival that was claimed before arrivals kept all names is read, without names")
    void arrivalsWithoutNames() {
        Arrival arrival = new Arrival(
                new MarketplaceCustomer.Legacy(new Product("aws", "prod-1"), "cust-1"),
                CloudAccountId.of("aws", "123456789012"),
                true);
        String today = Json.write(arrival);
        String before = today.replace(",\"names\":{\"customerIdentifier\":null,\"licenseArn\":null}", "");

        assertThat(before).isNotEqualTo(today);
        assertThat(Json.read(OlderJson.arrival(before), Arrival.class)).isEqualTo(arrival);
        assertThat(Json.read(OlderJson.arrival(today), Arrival.class)).isEqualTo(arrival);
    }

    @Test
    @DisplayName("the machine's locale does not matter")
    void theLocaleDoesNotMatter() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertWrittenAsEver();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertWrittenAsEver() throws IOException {
        Map<String, DomainEvent> samples = new TreeMap<>(SampleEvents.one());
        Map<String, String> golden = golden("golden-events.txt");

        assertThat(samples.keySet()).isEqualTo(TypeNames.EVENTS.keySet()).isEqualTo(golden.keySet());
        assertThat(samples).allSatisfy((name, event) -> {
            assertThat(EventCodec.nameOf(event)).isEqualTo(name);
            assertThat(Json.write(event)).isEqualTo(golden.get(name));
            assertThat(EventCodec.read(name, Objects.requireNonNull(golden.get(name))))
                    .isEqualTo(event);
        });
    }

    private static Class<?> family(Object value) {
        return TypeNames.FAMILIES.stream()
                .filter(family -> family.isInstance(value))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(GoldenEventsTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new));
        }
    }
}
