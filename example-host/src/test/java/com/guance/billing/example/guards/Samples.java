package com.guance.billing.example.guards;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testkit.Given;
import io.vavr.control.Option;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A value of any type that this library speaks: good enough to be a component of another. */
final class Samples {

    private static final Instant HOUR = Instant.parse("2026-03-10T08:00:00Z");

    /** Of types whose components must agree with each other. */
    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(Object.class, "any"),
            Map.entry(String.class, "a1"),
            Map.entry(Instant.class, HOUR),
            Map.entry(Duration.class, Duration.ofDays(1)),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 10)),
            Map.entry(Currency.class, Currency.getInstance("USD")),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(BillingCenterAccount.class, Given.HOLDER),
            Map.entry(MarketplaceProfile.class, Given.PROFILE),
            Map.entry(CloudAccount.class, Given.recordedAccount("1").after()),
            Map.entry(MarketplaceCustomer.class, Given.customer("c-1")),
            Map.entry(MarketplaceCustomer.Licensed.class, Given.licensed("1")),
            Map.entry(AttributionPolicy.class, AttributionPolicy.defaults()),
            Map.entry(SubmittingPolicy.class, Policies.defaults().submitting()),
            Map.entry(Policies.class, Policies.defaults()),
            Map.entry(UsagePeriod.class, new UsagePeriod(HOUR, HOUR.plusSeconds(60))),
            Map.entry(
                    StatementPeriod.class,
                    new StatementPeriod(new MeteringHour(HOUR), new MeteringHour(HOUR.plusSeconds(3600)))),
            Map.entry(
                    RecordedHours.class,
                    new RecordedHours(
                            Given.PROFILE.product(), new MeteringHour(HOUR), new MeteringHour(HOUR.plusSeconds(3600)))),
            Map.entry(RecordContent.class, RecordContent.of(HOUR, List.of())),
            Map.entry(Quantity.class, Quantity.of("1")));

    private Samples() {}

    /** A value of the type. */
    static Object of(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.get(type);
        } else if (type.isPrimitive()) {
            return primitive(type);
        } else if (type.isArray()) {
            return java.lang.reflect.Array.newInstance(type.getComponentType(), 0);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == Option.class) {
            return Option.none();
        } else if (type == List.class || type == Collection.class || type == Iterable.class) {
            return new ArrayList<>();
        } else if (type == Set.class) {
            return new HashSet<>();
        } else if (type == Map.class) {
            return new HashMap<>();
        } else if (type == MeteringRecord.class) {
            return record();
        } else if (type.isRecord()) {
            return made(type);
        } else if (isImmutable(type)) {
            return built(type);
        } else if (type.isSealed()) {
            return of(Stream.of(type.getPermittedSubclasses())
                    .filter(one -> one.isRecord() || one.isSealed())
                    .findFirst()
                    .orElseThrow());
        } else if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> method.getReturnType() == Set.class ? Set.of() : null);
        }
        throw new IllegalStateException("there is no sample of " + type);
    }

    /** The arguments of a record's canonical constructor. */
    static Object[] components(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(component -> of(component.getType()))
                .toArray();
    }

    /** The types of a record's components. */
    static Class<?>[] types(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
    }

    /** Whether its values are made by a generated builder. */
    static boolean isImmutable(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers())
                && type.isSealed()
                && !type.isInterface()
                && type.getPermittedSubclasses()[0].getSimpleName().startsWith("Immutable");
    }

    /** A new builder of an immutable type. */
    static Object builder(Class<?> type) throws ReflectiveOperationException {
        Method builder = type.getPermittedSubclasses()[0].getDeclaredMethod("builder");
        builder.setAccessible(true);
        return builder.invoke(null);
    }

    /** The setter of each of its attributes. */
    static List<Method> attributes(Class<?> type) throws ReflectiveOperationException {
        List<Method> setters = new ArrayList<>();
        Class<?> builder = builder(type).getClass();
        for (Method attribute : type.getDeclaredMethods()) {
            if (Modifier.isAbstract(attribute.getModifiers())) {
                Method setter = Arrays.stream(builder.getDeclaredMethods())
                        .filter(method -> method.getName().equals(attribute.getName())
                                && method.getParameterCount() == 1
                                && !method.isVarArgs())
                        .findFirst()
                        .orElseThrow();
                setter.setAccessible(true);
                setters.add(setter);
            }
        }
        return setters;
    }

    private static Object made(Class<?> record) {
        try {
            var constructor = record.getDeclaredConstructor(types(record));
            constructor.setAccessible(true);
            return constructor.newInstance(components(record));
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException("no sample of " + record, refused.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("no sample of " + record, hidden);
        }
    }

    private static Object built(Class<?> type) {
        try {
            Object builder = builder(type);
            for (Method setter : attributes(type)) {
                setter.invoke(builder, of(setter.getParameterTypes()[0]));
            }
            Method build = builder.getClass().getDeclaredMethod("build");
            build.setAccessible(true);
            return build.invoke(builder);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("no sample of " + type, hidden);
        }
    }

    private static Object record() {
        return MeteringRecord.made(
                        (RecordId) of(RecordId.class),
                        (BilledThrough) of(BilledThrough.class),
                        (RecordContent) of(RecordContent.class),
                        Given.byClock(HOUR))
                .after();
    }

    private static Object primitive(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 1L : (Object) 1;
    }
}
