package com.guance.billing.example.guards;

import static com.guance.billing.example.guards.House.APPLICATION;
import static com.guance.billing.example.guards.House.AWS;
import static com.guance.billing.example.guards.House.DOMAIN;
import static com.guance.billing.example.guards.House.IN_MEMORY;
import static com.guance.billing.example.guards.House.JDBC;
import static com.guance.billing.example.guards.House.PORTS;
import static com.guance.billing.example.guards.House.TESTKIT;
import static com.guance.billing.example.guards.House.in;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What must be true of the house, and why. */
enum Guards {
    DOMAIN_IS_PURE(classes()
            .that(in(DOMAIN))
            .should()
            .onlyDependOnClassesThat(Allowed.inDomain())
            .because("what is true about settlement does not depend on a framework, a database or a network")),

    PORTS_HOLD_NO_LOGIC(classes()
            .that(in(PORTS))
            .should(Allowed.beInterfaceRecordEnumOrException())
            .andShould(Allowed.haveNoBodiesInInterfaces())
            .because("a port is a contract; logic in it would be inherited by every adapter")),

    PORTS_SEE_ONLY_THE_DOMAIN(classes()
            .that(in(PORTS).and(not(Allowed.readsTheClassPath())))
            .should()
            .onlyDependOnClassesThat(Allowed.inPorts())
            .because("what a port speaks, every adapter and every host must speak")),

    TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES(classes()
            .that(in(TESTKIT))
            .should()
            .onlyDependOnClassesThat(Allowed.inTestkit())
            .because("a contract that knew an adapter could not judge another")),

    APPLICATION_SEES_NO_ADAPTER(classes()
            .that(in(APPLICATION).and(not(Allowed.inMeters())))
            .should()
            .onlyDependOnClassesThat(Allowed.inApplication())
            .because("adapters are swapped by the host, and Micrometer is there only if the host brings it")),

    METERS_STAND_APART(classes()
            .that(in(APPLICATION).and(Allowed.inMeters()))
            .should()
            .onlyDependOnClassesThat(Allowed.inMetersOrWhatTheyMeasure())
            .because("what is measured is what a host could ask as well")),

    ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER(classes()
            .that(in(IN_MEMORY, JDBC, AWS))
            .should(Allowed.dependOnNoOtherAdapterNorTheApplication())
            .because("an adapter must be replaceable alone")),

    SQL_ONLY_IN_JDBC(noClasses()
            .that(not(in(JDBC)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..")
            .because("rules beside SQL are rules that no property test reaches")),

    AWS_ONLY_IN_ADAPTER_AWS(noClasses()
            .that(not(in(AWS)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..")
            .because("the marketplace's vocabulary stops at its adapter")),

    ADAPTERS_SHOW_LITTLE(classes()
            .that(in(IN_MEMORY, JDBC, AWS))
            .should(Allowed.notBePublicUnlessListed(Set.of(
                    "InMemoryBilling",
                    "InMemoryMarketplace",
                    "MovableClock",
                    "AwsOnLoopback",
                    "ListedProduct",
                    "MarketplaceNotice",
                    "BilledUsage",
                    "CallRate",
                    "Hold",
                    "Misbehaviour",
                    "SubscriptionState",
                    "JdbcBilling",
                    "AwsMarketplace",
                    "CloudTrailExport",
                    "LandingForms",
                    "ReportKeys",
                    "SellerReport",
                    "SnsNotices")))
            .because("package-private is a design tool: what is not public can be changed")),

    FEATURES_FORM_NO_CYCLE(slices().matching("com.guance.billing.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be readable without the ones that build on it")),

    FEATURES_STAND_IN_ORDER(classes()
            .that(in(DOMAIN))
            .should(Allowed.lookBackOnly(List.of(
                    "",
                    "site",
                    "policy",
                    "subscription",
                    "arrival",
                    "cloudaccount",
                    "workspace",
                    "metering",
                    "reconciliation")))
            .andShould(Allowed.lookBackOnly(List.of("", "arrears")))
            .because("a reader begins with the first feature; arrears need nothing but the root")),

    NO_CLOCK_CHANCE_OR_DEFAULTS(noClasses()
            .that(in(DOMAIN, PORTS, APPLICATION).and(not(simpleName("JitteredPause"))))
            .should(Allowed.callAnyHiddenInput())
            .because(
                    "time, ids, chance, zones and locales come in as arguments, or histories cannot be replayed; only the"
                            + " replaceable pause between two attempts sleeps")),

    NO_FLOATING_POINT(classes()
            .that(in(DOMAIN, PORTS, APPLICATION))
            .should(Allowed.haveNoFloatingPoint())
            .because("money and metered units are exact")),

    VALUES_HOLD_NO_NULL(classes()
            .that(NullRefusal.publicValues())
            .should(NullRefusal.refuseNulls())
            .because("a null that is stored can never be read again, and stops what comes after it (REL-2)")),

    NO_NULL_OUT_OF_OPTIONS(
            noClasses().should(Allowed.takeNullOutOfVavr()).because("null checks cannot see through vavr")),

    VAVR_COLLECTIONS_STAY_INSIDE(codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(Allowed.notSpeakVavrCollections())
            .because("hosts speak the JDK's collections"));

    @SuppressWarnings("ImmutableEnumChecker") // a rule is built once and never changed
    private final ArchRule rule;

    Guards(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }
}
