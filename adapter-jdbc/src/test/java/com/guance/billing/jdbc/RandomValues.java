package com.guance.billing.jdbc;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values of any record, enum or sealed type of the domain: by its components, down to texts, numbers and instants. */
final class RandomValues {

    private static final Map<Class<?>, Arbitrary<?>> LEAVES = Map.ofEntries(
            Map.entry(String.class, Arbitraries.strings().ofMaxLength(20)),
            Map.entry(int.class, Arbitraries.integers()),
            Map.entry(long.class, Arbitraries.longs()),
            Map.entry(boolean.class, Arbitraries.of(true, false)),
            Map.entry(Instant.class, instants()),
            Map.entry(Currency.class, Arbitraries.of(Currency.getAvailableCurrencies())),
            Map.entry(WorkspaceId.class, texts(64).map(WorkspaceId::new)),
            Map.entry(BillingCenterAccountId.class, texts(64).map(BillingCenterAccountId::new)),
            Map.entry(CloudAccountId.class, texts(300).map(CloudAccountId::new)),
            Map.entry(SubscriptionId.class, texts(600).map(SubscriptionId::new)),
            Map.entry(AgreementId.class, texts(300).map(AgreementId::new)),
            Map.entry(UserId.class, texts(128).map(UserId::new)),
            Map.entry(SiteId.class, texts(32).map(SiteId::new)),
            Map.entry(Cloud.class, texts(32).map(Cloud::new)),
            Map.entry(Dimension.class, texts(255).map(Dimension::new)),
            Map.entry(MeteringHour.class, instants().map(MeteringHour::of)));

    private RandomValues() {}

    /** Values of a type. */
    static <T> Arbitrary<T> of(Class<T> type) {
        return Arbitraries.lazy(() -> any(type)).map(type::cast);
    }

    private static Arbitrary<?> any(Class<?> type) {
        if (LEAVES.containsKey(type)) {
            return LEAVES.get(type);
        } else if (type == Product.class) {
            Arbitrary<String> name = names("._-");
            return Combinators.combine(name, name).as(Product::new);
        } else if (type == MarketplaceCustomer.Legacy.class) {
            return Combinators.combine(of(Product.class), texts(255)).as(MarketplaceCustomer.Legacy::new);
        } else if (type == MarketplaceCustomer.Licensed.class) {
            return Combinators.combine(of(Product.class), names(""), names("-")).as(MarketplaceCustomer.Licensed::new);
        } else if (type == MarketplaceCustomer.Account.class) {
            return Combinators.combine(of(Product.class), names("")).as(MarketplaceCustomer.Account::new);
        } else if (type == AnsweredNames.class) {
            Arbitrary<Option<String>> name = texts(255).optional().map(Option::ofOptional);
            return Combinators.combine(name, name).as(AnsweredNames::new);
        } else if (type == LockCause.Administrative.class) {
            return Combinators.combine(texts(256), of(UserId.class)).as(LockCause.Administrative::new);
        } else if (type == RecordContent.class) {
            return Combinators.combine(instants(), allocations()).as(RandomValues::content);
        } else if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        } else if (type.isSealed()) {
            return Arbitraries.oneOf(Stream.of(type.getPermittedSubclasses())
                    .<Arbitrary<?>>map(RandomValues::any)
                    .toList());
        }
        return record(type);
    }

    private static Arbitrary<?> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<Object>> parts = Stream.of(components)
                .map(component -> component(component.getGenericType()))
                .toList();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Function<List<Object>, Object> make = values -> {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(type.getName(), e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        };
        return parts.isEmpty()
                ? Arbitraries.create(() -> make.apply(List.of()))
                : Combinators.combine(parts).as(make).ignoreException(IllegalArgumentException.class);
    }

    private static Arbitrary<Object> component(Type type) {
        Arbitrary<?> any;
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            any = component(generic.getActualTypeArguments()[0]).list().ofMaxSize(3);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Option.class) {
            any = component(generic.getActualTypeArguments()[0]).optional().map(Option::ofOptional);
        } else {
            any = any((Class<?>) type);
        }
        return any.map(value -> value);
    }

    private static Arbitrary<List<Allocation>> allocations() {
        return Arbitraries.lazy(() -> Combinators.combine(
                                texts(64).map(WorkspaceId::new),
                                texts(32).map(SiteId::new),
                                Arbitraries.longs().between(1, 1_000_000))
                        .as(Allocation::new))
                .list()
                .ofMaxSize(5);
    }

    private static RecordContent content(Instant at, List<Allocation> allocations) {
        return RecordContent.of(at, allocations);
    }

    private static Arbitrary<String> names(String marks) {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(marks)
                .ofMinLength(1)
                .ofMaxLength(9);
    }

    /** Texts that may serve as values, of any script. */
    private static Arbitrary<String> texts(int longest) {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(Math.min(longest, 12))
                .filter(text -> !text.isBlank() && com.guance.billing.Text.isWellFormed(text));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(Instant.MIN.getEpochSecond() + 3600, Instant.MAX.getEpochSecond() - 3600),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }
}
