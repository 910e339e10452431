package com.guance.billing.testkit;

import com.guance.billing.ports.driven.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Says which clauses of a contract a store breaks. A contract that finds nothing in a broken store would guard nothing. */
public final class Verdict {

    private Verdict() {}

    /**
     * Tries every clause, each on an empty store.
     *
     * @param contract the contract
     * @param implementation implements it for a store
     * @param empty makes an empty store
     * @param <C> the contract
     * @return the names of the test methods that fail
     */
    public static <C extends StoreContract> Set<String> broken(
            Class<C> contract, Function<UnitOfWork, C> implementation, Supplier<? extends UnitOfWork> empty) {
        Set<String> broken = new TreeSet<>();
        int clauses = 0;
        for (Method clause : contract.getMethods()) {
            if (clause.isAnnotationPresent(Test.class)) {
                clauses++;
                if (!holds(clause, implementation.apply(empty.get()))) {
                    broken.add(clause.getName());
                }
            }
        }
        if (clauses == 0) {
            throw new IllegalArgumentException(contract + " has no clauses");
        }
        return broken;
    }

    private static boolean holds(Method clause, Object implementation) {
        try {
            clause.invoke(implementation);
            return true;
        } catch (InvocationTargetException broken) {
            return false;
        } catch (IllegalAccessException notPublic) {
            throw new IllegalArgumentException(notPublic);
        }
    }
}
