package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.report.transaction.ReferenceRegistry;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.core.bond.Lei;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every registry of references must do. Extend it and make a registry of yours. */
public abstract class ReferenceRegistryContract {

    private static final Lei FIRM = Lei.of("529900T8BM49AURSDO55");
    private static final Lei OTHER = Lei.of("213800WSGIIZCXF1P572");

    /** {@return an empty registry} */
    protected abstract ReferenceRegistry registry();

    /** A free reference is given. */
    @Test
    public void aFreeReferenceIsGiven() {
        assertThat(registry().claim(FIRM, TransactionReference.of("A1"), "t1")).isTrue();
    }

    /** The transaction that has a reference keeps it when it is corrected. */
    @Test
    public void theSameTransactionKeepsItsReference() {
        ReferenceRegistry registry = registry();
        registry.claim(FIRM, TransactionReference.of("A1"), "t1");
        assertThat(registry.claim(FIRM, TransactionReference.of("A1"), "t1")).isTrue();
    }

    /** Another transaction never gets a reference that was used. */
    @Test
    public void anotherTransactionNeverGetsIt() {
        ReferenceRegistry registry = registry();
        registry.claim(FIRM, TransactionReference.of("A1"), "t1");
        assertThat(registry.claim(FIRM, TransactionReference.of("A1"), "t2")).isFalse();
        assertThat(registry.claim(FIRM, TransactionReference.of("A1"), "t1")).isTrue();
    }

    /** References are each firm's own. */
    @Test
    public void anotherFirmMayUseIt() {
        ReferenceRegistry registry = registry();
        registry.claim(FIRM, TransactionReference.of("A1"), "t1");
        assertThat(registry.claim(OTHER, TransactionReference.of("A1"), "t2")).isTrue();
    }

    /**
     * Of many at the same time one wins.
     *
     * @throws ExecutionException if a claim fails
     * @throws InterruptedException if the test is stopped
     */
    @Test
    public void ofManyAtTheSameTimeOneWins() throws ExecutionException, InterruptedException {
        ReferenceRegistry registry = registry();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 200; round++) {
                TransactionReference reference = TransactionReference.of("R" + round);
                List<Future<Boolean>> claims = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String transaction = "t" + i;
                    claims.add(threads.submit(() -> registry.claim(FIRM, reference, transaction)));
                }
                int won = 0;
                for (Future<Boolean> claim : claims) {
                    won += claim.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
