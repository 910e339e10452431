package com.guance.billing.example.guards;

import com.guance.billing.workspace.RegistrationForm;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes each public value with a null in each of its components in turn: it must be refused, and the message must name the component. */
final class NullRefusal {

    /** The answers of a form, where what is missing is a problem told with the others (ARR-4). */
    private static final Set<String> FORMS =
            Set.of(RegistrationForm.Answers.class.getName(), RegistrationForm.Consent.class.getName());

    private NullRefusal() {}

    /** Records that everybody may make, and immutable types. */
    static DescribedPredicate<JavaClass> publicValues() {
        return DescribedPredicate.describe(
                "public values",
                type -> isPublic(type) && (type.isRecord() || isImmutable(type)) && !FORMS.contains(type.getName()));
    }

    /** Whether a value refuses nulls by name, and keeps no collection that others may change. */
    static ArchCondition<JavaClass> refuseNulls() {
        return new ArchCondition<>("refuse nulls by name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String problem : problems(loaded(type))) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " " + problem));
                }
            }
        };
    }

    private static List<String> problems(Class<?> type) {
        try {
            return type.isRecord() ? ofRecord(type) : ofImmutable(type);
        } catch (ReflectiveOperationException | IllegalStateException unmade) {
            return List.of("cannot be made: " + unmade + " by " + unmade.getCause());
        }
    }

    private static List<String> ofRecord(Class<?> type) throws ReflectiveOperationException {
        List<String> problems = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(Samples.types(type));
        for (int i = 0; i < components.length; i++) {
            Class<?> kind = components[i].getType();
            if (!kind.isPrimitive()) {
                for (Object bad : bad(kind)) {
                    Object[] arguments = Samples.components(type);
                    arguments[i] = bad;
                    // of an only component the type says enough
                    String expected = components.length == 1 ? "" : components[i].getName();
                    String where = " in " + components[i].getName();
                    refusal(constructor::newInstance, arguments, expected)
                            .forEach(problem -> problems.add(problem + where));
                }
                if (isCollection(kind) && sharesWhatItWasGiven(constructor, components[i], i)) {
                    problems.add("shares its " + components[i].getName());
                }
            }
        }
        return problems;
    }

    private static List<String> ofImmutable(Class<?> type) throws ReflectiveOperationException {
        List<String> problems = new ArrayList<>();
        for (Method setter : Samples.attributes(type)) {
            if (!setter.getParameterTypes()[0].isPrimitive()) {
                Object builder = Samples.builder(type);
                Object bad = setter.getParameterTypes()[0] == Iterable.class ? Arrays.asList((Object) null) : null;
                refusal(arguments -> setter.invoke(builder, arguments), new Object[] {bad}, setter.getName())
                        .forEach(problem -> problems.add(problem + " in " + setter.getName()));
            }
        }
        return problems;
    }

    /** A null, and what has one in it. */
    private static List<Object> bad(Class<?> kind) {
        List<Object> bad = new ArrayList<>();
        bad.add(null);
        if (kind == Option.class) {
            bad.add(Option.some(null));
        } else if (kind == List.class || kind == Collection.class) {
            bad.add(Arrays.asList((Object) null));
        } else if (kind == Set.class) {
            bad.add(new HashSet<>(Collections.singleton(null)));
        } else if (kind == Map.class) {
            bad.add(new HashMap<>(Collections.singletonMap("key", null)));
        }
        return bad;
    }

    private static boolean isCollection(Class<?> kind) {
        return Collection.class.isAssignableFrom(kind) || Map.class.isAssignableFrom(kind);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very same list
    private static boolean sharesWhatItWasGiven(Constructor<?> constructor, RecordComponent component, int place)
            throws ReflectiveOperationException {
        Object[] arguments = Samples.components(constructor.getDeclaringClass());
        try {
            return component.getAccessor().invoke(constructor.newInstance(arguments)) == arguments[place];
        } catch (InvocationTargetException empty) {
            return false; // it refuses an empty one
        }
    }

    private interface Making {

        Object with(Object[] arguments) throws ReflectiveOperationException;
    }

    private static Option<String> refusal(Making making, Object[] arguments, String name)
            throws ReflectiveOperationException {
        try {
            Object unused = making.with(arguments);
            return Option.some("takes a null");
        } catch (InvocationTargetException refused) {
            return isByName(Objects.requireNonNull(refused.getCause()), name)
                    ? Option.none()
                    : Option.some("does not name the null, but throws " + refused.getCause());
        }
    }

    /** The JVM's own messages also name what was null, but only after something was asked of it. */
    private static boolean isByName(Throwable why, String name) {
        String message = Objects.requireNonNullElse(why.getMessage(), "Cannot invoke");
        boolean isRefusal = why instanceof NullPointerException || why instanceof IllegalArgumentException;
        return isRefusal && message.contains(name) && !message.startsWith("Cannot invoke");
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(NullRefusal::isPublic).orElse(true);
    }

    private static boolean isImmutable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.isInterface()
                && type.getSubclasses().stream()
                        .anyMatch(one -> one.getSimpleName().startsWith("Immutable"));
    }

    /** A planted one lies in a folder of its own. */
    private static Class<?> loaded(JavaClass type) {
        try {
            return Class.forName(type.getName());
        } catch (ClassNotFoundException planted) {
            return loadedFromItsFolder(type);
        }
    }

    private static Class<?> loadedFromItsFolder(JavaClass type) {
        try {
            String file = type.getSource().orElseThrow().getUri().toString();
            URL folder =
                    new URL(file.substring(0, file.length() - (type.getName().length() + ".class".length())));
            return Class.forName(
                    type.getName(), true, new URLClassLoader(new URL[] {folder}, NullRefusal.class.getClassLoader()));
        } catch (MalformedURLException | ClassNotFoundException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
