package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All or nothing: the contract of {@link UnitOfWork}. */
public interface UnitOfWorkContract extends StoreContract {

    /** Clause 1. */
    @Test
    @DisplayName("right commits everything that was written through the stores, events included")
    default void rightCommitsEverything() {
        Work.run(unitOfWork(), Everything::write);

        Work.run(unitOfWork(), Everything::assertThere);
    }

    /** Clause 2. */
    @Test
    @DisplayName("left writes nothing, into no store, and tells no event (INV-6)")
    default void leftWritesNothing() {
        Work.abandon(unitOfWork(), Everything::write);

        Work.run(unitOfWork(), Everything::assertNothingThere);
    }

    /** Clause 2, of changes to what exists. */
    @Test
    @DisplayName("left leaves what existed as it was: no version, no event, no charge gathered, no event told (INV-6)")
    default void leftLeavesWhatExistedAsItWas() {
        Work.run(unitOfWork(), Everything::write);

        Work.abandon(unitOfWork(), Everything::change);

        Work.run(unitOfWork(), Everything::assertThere);
    }

    /** Clause 3. */
    @Test
    @DisplayName("an exception writes nothing and reaches the caller as it is")
    default void anExceptionWritesNothing() {
        RuntimeException broken = new UnsupportedOperationException("broken on purpose");

        assertThatThrownBy(() -> Work.run(unitOfWork(), stores -> {
                    Everything.write(stores);
                    throw broken;
                }))
                .isSameAs(broken);

        Work.run(unitOfWork(), Everything::assertNothingThere);
    }

    /** Clause 3. */
    @Test
    @DisplayName("an error writes nothing and reaches the caller as it is")
    default void anErrorWritesNothing() {
        Error broken = new StackOverflowError("broken on purpose");

        assertThatThrownBy(() -> Work.run(unitOfWork(), stores -> {
                    Everything.write(stores);
                    throw broken;
                }))
                .isSameAs(broken);

        Work.run(unitOfWork(), Everything::assertNothingThere);
    }

    /** The result. */
    @Test
    @DisplayName("what the work returned is returned, right or left")
    default void whatTheWorkReturnedIsReturned() {
        Either<String, Integer> right = Either.right(1);
        Either<String, Integer> left = Either.left("no");

        assertThat(unitOfWork().inTransaction(stores -> right)).isEqualTo(right);
        assertThat(unitOfWork().inTransaction(stores -> left)).isEqualTo(left);
    }

    /** Clause 4. */
    @Test
    @DisplayName("what another transaction has not committed is not seen")
    default void theUncommittedIsNotSeen() {
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        Work.abandon(unitOfWork(), stores -> {
            Everything.write(stores);
            other.add(Overlap.meanwhile(() -> {
                Work.run(unitOfWork(), Everything::assertNothingThere);
                return true;
            }));
        });

        assertThat(Overlap.result(other.get(0))).isTrue();
    }

    /** Clause 5. */
    @Test
    @DisplayName("a transaction sees what it wrote itself")
    default void aTransactionSeesWhatItWrote() {
        Work.run(unitOfWork(), stores -> {
            Everything.write(stores);
            Everything.assertWritten(stores);
        });
    }

    /** Clause 6; each store's contract has the rest. */
    @Test
    @DisplayName("of many transactions that save one aggregate from one version, one commits")
    default void ofManyFromOneVersionOneCommits() {
        Change<CloudAccount> account = Given.recordedAccount("1");
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(Revision.first(account)));
        Revision<CloudAccount> touch = new Revision<>(1, Change.none(account.after()));

        long committing = Overlap.committing(
                4, unitOfWork(), stores -> stores.cloudAccounts().save(touch));

        assertThat(committing).isOne();
        assertThat(Work.option(unitOfWork(), stores -> stores.cloudAccounts().find(Given.accountId("1")))
                        .map(Versioned::version))
                .containsExactly(2L);
    }

    /** StaleVersion dooms all. */
    @Test
    @DisplayName("a transaction that is refused as StaleVersion has written nothing at all")
    default void aStaleTransactionHasWrittenNothing() {
        Change<CloudAccount> account = Given.recordedAccount("1");
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(Revision.first(account)));

        Work.refused(unitOfWork(), stores -> {
            stores.workspaces().save(List.of(Revision.first(Given.workspacePaidByHolder("wksp_1"))));
            stores.cloudAccounts().save(Revision.first(account));
        });

        assertThat(Work.map(unitOfWork(), stores -> stores.workspaces().find(List.of(new WorkspaceId("wksp_1")))))
                .isEmpty();
        assertThat(Work.pending(unitOfWork())).isEqualTo(account.events());
    }

    /** Not to be nested. */
    @Test
    @DisplayName("a transaction inside a transaction is an IllegalStateException; neither writes anything")
    default void nestingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Work.run(unitOfWork(), outer -> {
                    Everything.write(outer);
                    Work.run(
                            unitOfWork(),
                            inner -> inner.cloudAccounts().save(Revision.first(Given.recordedAccount("2"))));
                }));

        Work.run(unitOfWork(), Everything::assertNothingThere);
    }

    /** The stores' life. */
    @Test
    @DisplayName("the stores are void when the work returns: using them later fails and writes nothing")
    default void theStoresAreVoidAfterwards() {
        Stores kept = Work.in(unitOfWork(), stores -> stores);

        assertThatThrownBy(() -> Everything.write(kept)).isInstanceOf(RuntimeException.class);

        Work.run(unitOfWork(), Everything::assertNothingThere);
    }
}
