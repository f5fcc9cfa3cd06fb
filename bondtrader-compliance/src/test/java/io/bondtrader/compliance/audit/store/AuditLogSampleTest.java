package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditLogSink;
import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.Verification;
import io.bondtrader.compliance.audit.witness.FileWitness;
import io.bondtrader.compliance.audit.witness.WitnessReport;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.signing.Cosigner;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the page about the audit log. */
final class AuditLogSampleTest {

    @TempDir
    private Path temporary;

    @Test
    void theSamplesRun() {
        Path folder = temporary.resolve("audit");
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Ed25519Signer signer = Ed25519Signer.generate("example.com/audit", random);

        DurableAuditLog log =
                DurableAuditLog.in(folder, "example.com/audit", signer).open(clock, random);
        EventIds ids = EventIds.of(clock, random);

        AuditRecord order = new AuditRecord(
                ids.next(),
                clock.instant(),
                "alice",
                "trader",
                null,
                "order.executed",
                "order-4711",
                Outcome.SUCCESS,
                "request-12",
                new TreeSet<>(List.of("mar", "mifid2")),
                CanonicalJson.of(Map.of("isin", "DE0001102580", "nominal", "1000000.00", "price", 98.5)));
        long index = log.append(order).join(); // durable, under a signed checkpoint

        AuditSink everything = AuditLogSink.of(log, ids, clock); // hand this to core, risk, security
        assertThat(everything).isNotNull();

        log.publish(); // tiles and checkpoint, for tools that read transparency logs
        String receipt = AuditReceipt.of(log, index).text(); // index, hashes and checkpoint: a .tlog-proof file
        byte[] entry = log.entry(index);

        String handedOut = signer.verifier().text(); // the auditor's: a public key

        TrustedKeys keys = TrustedKeys.of(NoteVerifier.parse(handedOut));
        AuditReceipt.parse(receipt).require(entry, "example.com/audit", keys); // throws when it is not proven

        Verification found = LogVerifier.trusting("example.com/audit", List.of(NoteVerifier.parse(handedOut)))
                .directory(folder);
        assertThat(found.verdict()).isEqualTo(Verdict.WHOLE);

        Ed25519Signer next = Ed25519Signer.generate("example.com/audit-2027", random);
        log.addKey(next, "security officer").join(); // from here on both sign
        log.retireKey(signer.verifier(), "security officer").join(); // from here on the new one alone
        log.close();

        Cosigner cosigner = Cosigner.of(Ed25519Signer.generate("witness.example/w1", random), clock);
        FileWitness witness = FileWitness.open(
                temporary.resolve("witness"), cosigner, "example.com/audit", TrustedKeys.of(next.verifier()));
        DurableAuditLog witnessed = DurableAuditLog.in(folder, "example.com/audit", next)
                .begunWith(signer.verifier())
                .failures(FailurePolicy.failClosed())
                .witnesses(1, List.of(witness))
                .open(clock, random);
        WitnessReport report = witnessed.publish();
        assertThat(report.isEnough()).isTrue();
        witnessed.close();
        witness.close();
    }
}
