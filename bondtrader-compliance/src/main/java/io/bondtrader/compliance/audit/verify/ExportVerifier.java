package io.bondtrader.compliance.audit.verify;

import io.bondtrader.security.signing.NoteVerifier;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies an export of a log: what stands in its files is what stands in the log, and nothing was left out. Whoever
 * defines the format of exports implements it and puts the class on the class path, for {@link java.util.ServiceLoader}.
 */
public interface ExportVerifier {

    /**
     * Tells whether an export is of this format.
     *
     * @param export a file or folder
     * @return whether it can be verified
     */
    boolean reads(Path export);

    /**
     * Verifies an export.
     *
     * @param export a file or folder
     * @param origin the log's name
     * @param keys that signed its checkpoints
     * @return what was found
     */
    Verification verify(Path export, String origin, List<NoteVerifier> keys);
}
