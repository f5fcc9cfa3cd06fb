package io.bondtrader.compliance.audit.export;

import io.bondtrader.compliance.audit.verify.ExportVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.Verification;
import io.bondtrader.compliance.error.ExportRejected;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Lets the auditor's program verify exports of {@link AuditExport}. Found by {@link java.util.ServiceLoader}; stateless. */
public final class ExportFolder implements ExportVerifier {

    /** Creates the verifier, as {@link java.util.ServiceLoader} wants it. */
    public ExportFolder() {}

    @Override
    public boolean reads(Path export) {
        return Files.isRegularFile(export.resolve(ExportManifest.FILE));
    }

    @Override
    public Verification verify(Path export, String origin, List<NoteVerifier> keys) {
        try {
            TrustedKeys trusted = TrustedKeys.of(keys);
            ExportManifest manifest = ExportCheck.verify(export, trusted);
            if (!manifest.origin().equals(origin)) {
                throw new ExportRejected("the export is of the log " + manifest.origin());
            }
            HashValue root = Checkpoint.open(manifest.signedCheckpoint(), origin, trusted)
                    .root();
            return new Verification(
                    Verdict.WHOLE,
                    manifest.events(),
                    root,
                    OptionalLong.empty(),
                    List.of(
                            "events " + manifest.startInclusive() + " to " + (manifest.endExclusive() - 1)
                                    + ", of which " + manifest.omitted() + " are left out with their hashes",
                            "asked for, by the exporter's word: " + manifest.query()));
        } catch (ExportRejected rejected) {
            return new Verification(
                    Verdict.DAMAGED,
                    0,
                    HashValue.of(new byte[HashValue.BYTES]),
                    rejected.firstBadIndex(),
                    List.of(rejected.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "ExportFolder";
    }
}
