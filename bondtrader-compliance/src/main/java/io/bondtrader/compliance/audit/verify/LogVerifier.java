package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.internal.FrameReader;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.NoteVerifier;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the folder of a log: the form of every entry, the chain, the root and the signatures of every checkpoint, changes
 * of keys, the tiles and bundles that were published, and the published checkpoint with its witnesses. Of a folder without
 * segments, such as a mirror has, it verifies the tiles and bundles up to the published checkpoint.
 *
 * <p>Immutable and safe for use by many threads. It writes nothing.
 */
public final class LogVerifier {

    private static final int LONGEST_NOTE = 131_072;

    private final String origin;
    private final List<NoteVerifier> keys;
    private final List<NoteVerifier> witnesses;
    private final @Nullable String kept;

    private LogVerifier(String origin, List<NoteVerifier> keys, List<NoteVerifier> witnesses, @Nullable String kept) {
        this.origin = origin;
        this.keys = keys;
        this.witnesses = witnesses;
        this.kept = kept;
    }

    /**
     * Trusts the keys that a log began with. What came later is followed from there.
     *
     * @param origin the log's name
     * @param keys its first keys
     * @return the verifier
     * @throws InvalidInput if there is no key, or one is a witness's
     */
    public static LogVerifier trusting(String origin, List<NoteVerifier> keys) {
        InvalidInput.unless(!keys.isEmpty(), "number of keys", 0, "1 or more");
        keys.forEach(key -> InvalidInput.unless(!key.isWitness(), "key", key, "the key of a log"));
        return new LogVerifier(origin, List.copyOf(keys), List.of(), null);
    }

    /**
     * Asks for the signatures of witnesses too, all of them, on the published checkpoint.
     *
     * @param required the witnesses' keys
     * @return the verifier
     */
    public LogVerifier requiringWitnesses(List<NoteVerifier> required) {
        return new LogVerifier(origin, keys, List.copyOf(required), kept);
    }

    /**
     * Asks that the log still has what it had when somebody kept its checkpoint. Without such a checkpoint, nobody can tell
     * that the end of a log was cut off together with all that was published of it.
     *
     * @param note the checkpoint, a signed note
     * @return the verifier
     */
    public LogVerifier extending(String note) {
        return new LogVerifier(origin, keys, witnesses, note);
    }

    private static StatedNote published(Path file) throws IOException {
        if (Files.size(file) > LONGEST_NOTE) {
            return StatedNote.UNREADABLE;
        }
        try {
            return StatedNote.of(Files.readString(file));
        } catch (InvalidInput | CharacterCodingException none) {
            return StatedNote.UNREADABLE;
        }
    }

    /** {@return the log's name} */
    String origin() {
        return origin;
    }

    List<NoteVerifier> keys() {
        return keys;
    }

    List<NoteVerifier> witnesses() {
        return witnesses;
    }

    /**
     * Verifies a folder.
     *
     * @param folder of a log
     * @return what was found
     * @throws MissingData if there are neither segments nor tiles, or they cannot be read
     */
    public Verification directory(Path folder) {
        try {
            List<Path> segments = FrameReader.segments(folder);
            Path checkpoint = folder.resolve("checkpoint");
            StatedNote published = Files.exists(checkpoint) ? published(checkpoint) : null;
            if (segments.isEmpty() && published == null) {
                throw new MissingData("a log in " + folder + ": neither segments nor a checkpoint");
            }
            StatedNote earlier = kept == null ? null : StatedNote.of(kept);
            FolderCheck check = new FolderCheck(this, folder, published, earlier);
            return segments.isEmpty() ? check.mirror() : check.segments(segments);
        } catch (IOException unreadable) {
            throw new MissingData(
                    "a readable log in " + folder + ": " + unreadable.getClass().getSimpleName());
        }
    }
}
