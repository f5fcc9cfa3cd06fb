package io.bondtrader.compliance.audit.witness;

import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.Cosigner;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A witness that keeps what it signed last in a folder: on another disk, another machine's share, or in another's hands.
 * One that stands beside its log proves nothing against whoever holds both.
 *
 * <p>Safe for use by many threads; one process at a time has the folder open. Closed by whoever made it.
 */
public final class FileWitness implements Witness, AutoCloseable {

    private final OwnedFolder folder;
    private final Cosigner cosigner;
    private final String origin;
    private final TrustedKeys log;

    private FileWitness(OwnedFolder folder, Cosigner cosigner, String origin, TrustedKeys log) {
        this.folder = folder;
        this.cosigner = cosigner;
        this.origin = origin;
        this.log = log;
    }

    /**
     * Opens a witness of one log.
     *
     * @param path its folder, closed to group and others; made if its parent exists
     * @param cosigner its key and clock
     * @param origin the log's name
     * @param log the log's keys
     * @return the witness
     * @throws LogUnavailable if the folder is in use or cannot be made
     */
    public static FileWitness open(Path path, Cosigner cosigner, String origin, TrustedKeys log) {
        try {
            return new FileWitness(OwnedFolder.open(path), cosigner, origin, log);
        } catch (IOException failed) {
            throw new LogUnavailable("the folder of a witness could not be opened", failed);
        }
    }

    @Override
    public NoteVerifier key() {
        return cosigner.verifier();
    }

    @Override
    public synchronized WitnessAnswer addCheckpoint(long oldSize, List<HashValue> proof, String note) {
        try {
            Optional<Checkpoint> last = last();
            long lastSize = last.map(Checkpoint::size).orElse(0L);
            if (oldSize != lastSize) {
                return new WitnessAnswer.SignedOther(lastSize);
            }
            InvalidInput.unless(lastSize > 0 || proof.isEmpty(), "hashes", proof.size(), "none from size 0");
            String cosigned;
            if (lastSize == 0) {
                cosigned = cosigner.cosignFirst(note, log, origin);
            } else {
                long size = Checkpoint.open(note, origin, log).size();
                cosigned = cosigner.cosign(note, log, last.orElseThrow(), new ConsistencyProof(lastSize, size, proof));
            }
            // Kept before the answer: a crash in between leaves a witness that signed less than it knows.
            folder.replace(file(), note.getBytes(StandardCharsets.UTF_8), true);
            return new WitnessAnswer.Cosigned(cosigned.substring(note.length()));
        } catch (BondTraderException refused) {
            return new WitnessAnswer.Refused(refused.getClass().getSimpleName());
        } catch (IOException failed) {
            return new WitnessAnswer.Refused("what was signed last could not be read or kept");
        }
    }

    private Path file() {
        return folder.root().resolve("last-cosigned");
    }

    /** The log's own note is kept: what stands in the folder is verified when it is read. */
    private Optional<Checkpoint> last() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        String note = new String(Files.readAllBytes(file()), StandardCharsets.UTF_8);
        return Optional.of(Checkpoint.open(note, origin, log));
    }

    @Override
    public synchronized void close() {
        try {
            folder.close();
        } catch (IOException failed) {
            throw new LogUnavailable("the folder of a witness could not be closed", failed);
        }
    }
}
