package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.stream.CursorStore;
import io.bondtrader.core.error.BondTraderException;
import org.junit.jupiter.api.Test;

/** What every store of cursors does. */
public abstract class CursorStoreContract {

    /** Creates the kit. */
    protected CursorStoreContract() {}

    /** {@return a store that knows no stream} */
    protected abstract CursorStore emptyStore();

    /**
     * Returns the store as a new process finds it.
     *
     * @param store that was used
     * @return the store again, or the same if it lives in memory
     */
    protected abstract CursorStore reopened(CursorStore store);

    /** A stream that nobody saved begins at the beginning. */
    @Test
    public final void aStreamThatIsNotKnownBeginsAtTheBeginning() {
        assertThat(emptyStore().load("splunk")).isZero();
    }

    /** What was saved is found, also by the next process. */
    @Test
    public final void aPlaceIsFoundAgain() {
        CursorStore store = emptyStore();
        store.save("splunk", 17);
        store.save("splunk", 1_234_567_890_123L);

        assertThat(store.load("splunk")).isEqualTo(1_234_567_890_123L);
        assertThat(reopened(store).load("splunk")).isEqualTo(1_234_567_890_123L);
    }

    /** Streams do not know of one another. */
    @Test
    public final void streamsHavePlacesOfTheirOwn() {
        CursorStore store = emptyStore();
        store.save("splunk", 3);
        store.save("datadog", 9);

        assertThat(store.load("splunk")).isEqualTo(3);
        assertThat(store.load("datadog")).isEqualTo(9);
        assertThat(store.load("syslog")).isZero();
    }

    /** There is no place before the first. */
    @Test
    public final void aPlaceIsNeverNegative() {
        CursorStore store = emptyStore();

        assertThatThrownBy(() -> store.save("splunk", -1)).isInstanceOf(BondTraderException.class);
        assertThat(store.load("splunk")).isZero();
    }
}
