package com.guance.billing.example.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testkit.Given;
import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every driving port, with a null for each of its parameters in turn. */
class NullArgumentsTest {

    private static final CloudBilling BILLING = CloudBilling.over(new Untouchable())
            .selling(new Silent())
            .sites(SiteCatalogue.of(Given.SITE))
            .billingCenter((BillingCenterAccounts) Samples.of(BillingCenterAccounts.class))
            .build(new SecureRandom());

    static Stream<Method> methods() {
        return ports().flatMap(port -> Stream.of(port.getReturnType().getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() > 0)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("REL-2 a null argument, or one inside it, is refused by name before anything is asked of the store")
    @SuppressWarnings("NullAway") // the point of it
    void refused(Method method) throws ReflectiveOperationException {
        Object port = port(method.getDeclaringClass());
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].getType().isPrimitive()) {
                assertRefused(port, method, i, null);
                if (Collection.class.isAssignableFrom(parameters[i].getType())
                        && parameters[i].getType() != java.util.Set.class) {
                    assertRefused(port, method, i, Arrays.asList((Object) null));
                }
            }
        }
        assertThat(parameters).isNotEmpty();
    }

    private static void assertRefused(Object port, Method method, int place, Object bad) {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(Samples::of).toArray();
        arguments[place] = bad;
        assertThatThrownBy(() -> method.invoke(port, arguments))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage(method.getParameters()[place].getName() + " is null");
    }

    private static Stream<Method> ports() {
        return Stream.of(CloudBilling.class.getMethods())
                .filter(method -> method.getReturnType().getPackageName().endsWith(".driving"));
    }

    private static Object port(Class<?> type) throws ReflectiveOperationException {
        return ports().filter(method -> method.getReturnType() == type)
                .findFirst()
                .orElseThrow()
                .invoke(BILLING);
    }

    /** A store that nobody may ask. */
    private static final class Untouchable implements UnitOfWork {

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            throw new AssertionError("the store was asked");
        }
    }

    /** A marketplace that nobody asks. */
    private static final class Silent implements Marketplace {

        @Override
        public MarketplaceProfile profile() {
            return Given.PROFILE;
        }

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            throw new AssertionError("the marketplace was asked");
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            throw new AssertionError("the marketplace was asked");
        }
    }
}
