package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.key.InMemoryKeyrings;
import io.bondtrader.security.key.KeyKind;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.RotatingKeyring;
import io.bondtrader.security.key.RotationPolicy;
import io.bondtrader.security.key.SymmetricKey;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

    @Test
    void aWitnessSignsOnlyWhatGrew() {
        Ed25519Signer logKey = Ed25519Signer.generate("example.com/audit", new SecureRandom());
        Ed25519Signer witnessKey = Ed25519Signer.generate("example.org/witness", new SecureRandom());
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T17:00:00Z"));
        MerkleTree tree = new MerkleTree();
        tree.append(HashValue.ofRecord("order 1".getBytes(UTF_8)));
        Checkpoint first = Checkpoint.of("example.com/audit", 1, tree.root());
        tree.append(HashValue.ofRecord("order 2".getBytes(UTF_8)));
        String note = Checkpoint.of("example.com/audit", 2, tree.root()).sign(List.of(logKey));
        ConsistencyProof growth = tree.consistency(1, 2);

        // The witness: keeps the last checkpoint that it signed, and has a key for nothing else.
        TrustedKeys log = TrustedKeys.of(logKey.verifier());
        Cosigner witness = Cosigner.of(witnessKey, clock);
        String witnessed = witness.cosign(note, log, first, growth);

        // The auditor: asks for both, and judges the time.
        TrustedKeys both = TrustedKeys.of(logKey.verifier(), witness.verifier()).requiring(2);
        Checkpoint checkpoint = Checkpoint.open(witnessed, "example.com/audit", both);
        Instant seen = both.open(witnessed).cosignedAt().get(witness.verifier());

        assertThat(checkpoint.size()).isEqualTo(2);
        assertThat(seen).isEqualTo("2026-03-02T17:00:00Z");
    }

    @Test
    void aKeyringSignsAndItsReadersTrustAllVersionsThatStillRead() {
        SecureRandom random = new SecureRandom();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T00:00:00Z"));
        AccountId job = AccountId.of("rotation-job");
        KeyWrapping wrapping = KeyWrapping.under(SymmetricKey.generate(random), random);
        RotationPolicy policy =
                RotationPolicy.forTokens(Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(365), Duration.ZERO);
        Checkpoint checkpoint = Checkpoint.of("example.com/audit", 1, HashValue.ofRecord(new byte[1]));

        RotatingKeyring<Ed25519Signer> ring = RotatingKeyring.builder(
                        "checkpoints", KeyKind.noteSigner("example.com/audit"), policy)
                .clock(now::get)
                .open(new InMemoryKeyrings(), wrapping);
        ring.runDue(job); // from the scheduler, every hour
        String note = checkpoint.sign(List.of(ring.current().primaryKey()));

        for (String later : List.of("2026-06-15T00:00:00Z", "2026-06-17T00:00:00Z")) {
            now.set(Instant.parse(later));
            ring.runDue(job);
        }
        TrustedKeys readers = TrustedKeys.of(ring.current().versions().stream()
                .flatMap(version -> version.reading().stream())
                .map(Ed25519Signer::verifier)
                .toList());

        assertThat(ring.current().primaryNumber()).isEqualTo(2);
        assertThat(Checkpoint.open(note, "example.com/audit", readers)).isEqualTo(checkpoint);
        assertThat(Checkpoint.open(checkpoint.sign(List.of(ring.current().primaryKey())), "example.com/audit", readers))
                .isEqualTo(checkpoint);
        ring.disable(1, job, "left the vault");
        TrustedKeys fewer = TrustedKeys.of(ring.current().versions().stream()
                .flatMap(version -> version.reading().stream())
                .map(Ed25519Signer::verifier)
                .toList());
        assertThatThrownBy(() -> fewer.open(note)).isInstanceOf(SignatureRejected.class);
    }

    @Test
    void aLogIsStoredAsTiles() {
        Map<String, byte[]> store = new HashMap<>();
        MerkleTree tree = new MerkleTree();
        for (int order = 0; order < 1000; order++) {
            tree.append(HashValue.ofRecord(("order " + order).getBytes(UTF_8)));
        }

        for (Tile tile : Tile.grown(0, tree.size())) {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            tree.hashes(tile).forEach(hash -> hashes.writeBytes(hash.toBytes()));
            store.put(tile.path(), hashes.toByteArray()); // tile/0/000 ... tile/0/003.p/232, tile/1/000.p/3
        }

        assertThat(store.keySet())
                .containsExactlyInAnyOrder(
                        "tile/0/000", "tile/0/001", "tile/0/002", "tile/0/003.p/232", "tile/1/000.p/3");
        assertThat(store)
                .hasEntrySatisfying("tile/0/000", hashes -> assertThat(hashes).hasSize(8192));
    }
}
