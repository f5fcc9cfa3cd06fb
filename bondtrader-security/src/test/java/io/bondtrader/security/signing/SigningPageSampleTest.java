package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the handbook's page about signing. */
final class SigningPageSampleTest {

    @Test
    void aDeskSignsWhatItsAuditorProves() {
        // The desk: append records, sign what the log came to.
        MerkleTree log = new MerkleTree();
        log.append(HashValue.ofRecord("{\"order\":1,\"side\":\"buy\"}".getBytes(UTF_8)));
        log.append(HashValue.ofRecord("{\"order\":2,\"side\":\"sell\"}".getBytes(UTF_8)));
        Ed25519Signer key = Ed25519Signer.generate("example.com/audit", new SecureRandom());
        String morning =
                Checkpoint.of("example.com/audit", log.size(), log.root()).sign(List.of(key));
        String handedOut = key.verifier().text(); // name+id+key: no secret

        log.append(HashValue.ofRecord("{\"order\":2,\"cancelled\":true}".getBytes(UTF_8)));
        String evening =
                Checkpoint.of("example.com/audit", log.size(), log.root()).sign(List.of(key));
        InclusionProof record = log.inclusion(1, 3);
        ConsistencyProof growth = log.consistency(2, 3);

        // The auditor: needs the public key, two notes, two proofs and the record. Each step throws when it fails.
        TrustedKeys keys = TrustedKeys.of(NoteVerifier.parse(handedOut));
        Checkpoint before = Checkpoint.open(morning, "example.com/audit", keys);
        Checkpoint after = Checkpoint.open(evening, "example.com/audit", keys);
        after.requireExtends(before, growth);
        record.require(HashValue.ofRecord("{\"order\":2,\"side\":\"sell\"}".getBytes(UTF_8)), after);

        assertThat(after.size()).isEqualTo(3);
    }

    @Test
    void aServiceGoesOnFromWhatItStored() {
        MerkleFrontier frontier = MerkleFrontier.empty();
        for (int order = 1; order <= 1000; order++) {
            frontier = frontier.append(HashValue.ofRecord(("order " + order).getBytes(UTF_8)));
        }
        long storedSize = frontier.size();
        List<HashValue> stored = frontier.subtrees(); // 6 hashes for 1,000 records

        MerkleFrontier restarted = MerkleFrontier.of(storedSize, stored);

        assertThat(restarted.root()).isEqualTo(frontier.root());
        assertThat(stored).hasSize(6);
    }
}
