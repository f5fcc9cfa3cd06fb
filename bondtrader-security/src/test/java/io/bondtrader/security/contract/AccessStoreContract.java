package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccessStore;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.testdata.Race;
import org.junit.jupiter.api.Test;

/** What every store of the book keeps to. */
public abstract class AccessStoreContract {

    /** Makes a store with this book. */
    protected abstract AccessStore store(AccessBook book);

    private static AccessBook with(AccessBook book, String name) {
        return book.edit()
                .open(AccountEntry.person(AccountId.of(name), PersonId.of(name)))
                .done();
    }

    @Test
    public void aChangeIsReadUnderTheNextVersion() {
        AccessStore store = store(AccessBook.empty());
        long before = store.version();
        AccessBook old = store.read();

        AccessBook after = store.update(book -> with(book, "mia"));

        assertThat(after.version()).isEqualTo(store.version()).isEqualTo(before + 1);
        assertThat(store.read().version()).isEqualTo(store.version());
        assertThat(store.read().registry().personBehind(AccountId.of("mia"))).contains(PersonId.of("mia"));
        assertThat(old.registry().accounts()).isEmpty();
    }

    @Test
    public void theSameBookIsNoNewVersion() {
        AccessStore store = store(AccessBook.empty());
        long before = store.version();

        assertThat(store.update(book -> book).version()).isEqualTo(before);
        assertThat(store.version()).isEqualTo(before);
    }

    @Test
    public void aChangeThatThrowsChangesNothing() {
        AccessStore store = store(with(AccessBook.empty(), "mia"));
        long before = store.version();

        assertThatThrownBy(() -> store.update(book -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.version()).isEqualTo(before);
        assertThat(store.read().registry().accounts()).hasSize(1);
    }

    @Test
    public void ofManyChangesAtOnceNoneIsLost() {
        Race.rounds(
                16,
                100,
                round -> {
                    AccessStore store = store(AccessBook.empty());
                    return thread -> {
                        store.update(book -> with(book, "p" + thread));
                        // Whoever sees all sixteen came last.
                        return store.read().registry().accounts().size() == 16 && store.version() >= 16;
                    };
                },
                (round, winners) -> assertThat(winners).isPositive());
    }
}
