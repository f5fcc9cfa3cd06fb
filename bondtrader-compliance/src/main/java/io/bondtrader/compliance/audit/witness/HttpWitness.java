package io.bondtrader.compliance.audit.witness;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A witness that is asked over HTTP, by C2SP tlog-witness: {@code POST prefix/add-checkpoint} with the old size, the proof
 * and the checkpoint; 200 holds signature lines, 409 the size that it signed last.
 *
 * <p>Immutable and safe for use by many threads. The client is closed by whoever made it.
 */
public final class HttpWitness implements Witness {

    private static final int LONGEST_ANSWER = 65_536;
    private static final int MOST_HASHES = 63;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final URI address;
    private final NoteVerifier key;
    private final HttpClient client;
    private final Duration timeout;

    private HttpWitness(URI address, NoteVerifier key, HttpClient client, Duration timeout) {
        this.address = address;
        this.key = key;
        this.client = client;
        this.timeout = timeout;
    }

    /**
     * Describes a witness.
     *
     * @param submissionPrefix where it takes checkpoints: {@code https://witness.example/log}
     * @param key its key
     * @param client asks it
     * @param timeout how long it may take
     * @return the witness
     * @throws InvalidInput if the prefix is not http or https, the key not a witness's, or the timeout not positive
     */
    public static HttpWitness of(URI submissionPrefix, NoteVerifier key, HttpClient client, Duration timeout) {
        String scheme = submissionPrefix.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        InvalidInput.unless(web && submissionPrefix.getHost() != null, "prefix", submissionPrefix, "http or https");
        InvalidInput.unless(key.isWitness(), "key", key, "the key of a witness");
        boolean positive = !timeout.isNegative() && !timeout.isZero();
        InvalidInput.unless(positive, "timeout", timeout, "positive");
        String prefix = submissionPrefix.toString();
        String slash = prefix.endsWith("/") ? "" : "/";
        return new HttpWitness(URI.create(prefix + slash + "add-checkpoint"), key, client, timeout);
    }

    @Override
    public NoteVerifier key() {
        return key;
    }

    @Override
    public WitnessAnswer addCheckpoint(long oldSize, List<HashValue> proof, String note) {
        if (proof.size() > MOST_HASHES) {
            return new WitnessAnswer.Refused("the proof is longer than a witness takes");
        }
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.toBase64()).append('\n'));
        body.append('\n').append(note);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = response.body()) {
                byte[] bytes = content.readNBytes(LONGEST_ANSWER);
                return answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException unreachable) {
            return new WitnessAnswer.Refused("it cannot be reached");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new WitnessAnswer.Refused("interrupted");
        }
    }

    private static WitnessAnswer answer(int status, String content) {
        if (status == OK) {
            return new WitnessAnswer.Cosigned(content);
        }
        if (status == CONFLICT && content.matches("(0|[1-9][0-9]{0,17})\n")) {
            return new WitnessAnswer.SignedOther(Long.parseLong(content.trim()));
        }
        return new WitnessAnswer.Refused("HTTP " + status);
    }

    @Override
    public String toString() {
        return "HttpWitness[" + address + "]";
    }
}
