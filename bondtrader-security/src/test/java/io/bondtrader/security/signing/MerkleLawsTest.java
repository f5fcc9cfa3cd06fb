package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Race;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What holds for a Merkle tree of any size. */
final class MerkleLawsTest {

    @Property(tries = 300)
    void anyRecordOfALogOfAnySizeProves(@ForAll @IntRange(min = 1, max = 200) int size, @ForAll int pick) {
        MerkleTree tree = tree(250);
        int leaf = Math.floorMod(pick, size);

        InclusionProof proof = tree.inclusion(leaf, size);

        assertThat(proof.proves(leaf(leaf), tree.root(size))).isTrue();
    }

    @Property(tries = 300)
    void noOtherRecordAndNoOtherPlaceProves(
            @ForAll @IntRange(min = 2, max = 200) int size, @ForAll int pick, @ForAll int other) {
        MerkleTree tree = tree(size);
        int leaf = Math.floorMod(pick, size);
        int wrong = Math.floorMod(leaf + 1 + Math.floorMod(other, size - 1), size);
        InclusionProof proof = tree.inclusion(leaf, size);

        assertThat(proof.proves(leaf(wrong), tree.root())).isFalse();
        assertThat(new InclusionProof(wrong, size, proof.path()).proves(leaf(leaf), tree.root()))
                .isFalse();
    }

    @Property(tries = 300)
    void anyAlteredByteOfAnInclusionProofFails(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll int pick,
            @ForAll int place,
            @ForAll @IntRange(min = 0, max = 7) int bit) {
        MerkleTree tree = tree(size);
        int leaf = Math.floorMod(pick, size);
        InclusionProof proof = tree.inclusion(leaf, size);

        assertThat(new InclusionProof(leaf, size, altered(proof.path(), place, bit)).proves(leaf(leaf), tree.root()))
                .isFalse();
        assertThat(proof.proves(altered(leaf(leaf), place, bit), tree.root())).isFalse();
        assertThat(proof.proves(leaf(leaf), altered(tree.root(), place, bit))).isFalse();
    }

    @Property(tries = 300)
    void growthBetweenAnyTwoSizesProves(@ForAll @IntRange(min = 1, max = 200) int to, @ForAll int pick) {
        MerkleTree tree = tree(250);
        int from = 1 + Math.floorMod(pick, to);

        assertThat(tree.consistency(from, to).proves(tree.root(from), tree.root(to)))
                .isTrue();
    }

    @Property(tries = 300)
    void aLogThatChangedARecordCannotProveItsGrowth(
            @ForAll @IntRange(min = 2, max = 120) int to, @ForAll int pick, @ForAll int changed) {
        int from = 1 + Math.floorMod(pick, to - 1);
        MerkleTree signed = tree(from);
        MerkleTree rewritten = new MerkleTree();
        int victim = Math.floorMod(changed, from);
        for (int i = 0; i < to; i++) {
            rewritten.append(leaf(i == victim ? 1_000_000 : i));
        }

        assertThat(rewritten.consistency(from, to).proves(signed.root(), rewritten.root()))
                .isFalse();
    }

    @Property(tries = 300)
    void anyAlteredByteOfAConsistencyProofFails(
            @ForAll @IntRange(min = 2, max = 200) int to,
            @ForAll int pick,
            @ForAll int place,
            @ForAll @IntRange(min = 0, max = 7) int bit) {
        MerkleTree tree = tree(to);
        int from = 1 + Math.floorMod(pick, to - 1);
        ConsistencyProof proof = tree.consistency(from, to);

        assertThat(new ConsistencyProof(from, to, altered(proof.path(), place, bit))
                        .proves(tree.root(from), tree.root(to)))
                .isFalse();
        assertThat(proof.proves(altered(tree.root(from), place, bit), tree.root(to)))
                .isFalse();
        assertThat(proof.proves(tree.root(from), altered(tree.root(to), place, bit)))
                .isFalse();
    }

    @Property(tries = 300)
    void anyRangeProvesAndNoneWithARecordChangedOrLeftOut(
            @ForAll @IntRange(min = 1, max = 150) int size, @ForAll int first, @ForAll int count) {
        MerkleTree tree = tree(160);
        int start = Math.floorMod(first, size);
        int end = start + 1 + Math.floorMod(count, size - start);
        List<HashValue> leaves =
                IntStream.range(start, end).mapToObj(MerkleLawsTest::leaf).toList();
        RangeProof proof = tree.range(start, end, size);
        List<HashValue> changed = new ArrayList<>(leaves);
        changed.set(Math.floorMod(count, leaves.size()), leaf(1_000_000));

        assertThat(proof.proves(leaves, tree.root(size))).isTrue();
        assertThat(proof.proves(changed, tree.root(size))).isFalse();
        assertThat(proof.proves(leaves.subList(1, leaves.size()), tree.root(size)))
                .isFalse();
        assertThat(proof.proves(leaves, tree.root(size + 1))).isFalse();
    }

    @Property
    void aRangeProvesByOneHashAfterAnotherAsItDoesByAll(
            @ForAll @IntRange(min = 1, max = 150) int size, @ForAll int first, @ForAll int count) {
        MerkleTree tree = tree(size);
        int start = Math.floorMod(first, size);
        int end = start + 1 + Math.floorMod(count, size - start);
        List<HashValue> leaves =
                IntStream.range(start, end).mapToObj(MerkleLawsTest::leaf).toList();
        RangeProof proof = tree.range(start, end, size);
        List<HashValue> more = new ArrayList<>(leaves);
        more.add(leaf(end));

        assertThat(proof.proves(leaves.iterator(), tree.root())).isTrue();
        assertThat(proof.proves(leaves.subList(1, leaves.size()).iterator(), tree.root()))
                .isFalse();
        assertThat(proof.proves(leaves.subList(0, leaves.size() - 1).iterator(), tree.root()))
                .isFalse();
        assertThat(proof.proves(more.iterator(), tree.root())).isFalse();
        assertThat(proof.proves(leaves.iterator(), leaf(7))).isFalse();
    }

    @Property(tries = 200)
    void aRangeOfOneHoldsTheHashesOfItsInclusionProof(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll int pick) {
        MerkleTree tree = tree(size);
        int leaf = Math.floorMod(pick, size);

        assertThat(tree.range(leaf, leaf + 1, size).outside())
                .containsExactlyInAnyOrderElementsOf(tree.inclusion(leaf, size).path());
    }

    @Test
    void theFrontierHasTheTreesRootAtEverySizeAndGoesOnFromWhatWasStored() {
        MerkleTree tree = new MerkleTree();
        MerkleFrontier frontier = MerkleFrontier.empty();
        for (int i = 0; i < 300; i++) {
            assertThat(frontier.root()).isEqualTo(tree.root());
            assertThat(frontier.size()).isEqualTo(tree.size());
            assertThat(frontier.subtrees()).hasSize(Integer.bitCount(i));
            tree.append(leaf(i));
            frontier = MerkleFrontier.of(frontier.size(), frontier.subtrees()).append(leaf(i));
        }
        assertThat(frontier).hasToString("MerkleFrontier[size=300, root=" + tree.root() + "]");
        assertThat(tree).hasToString("MerkleTree[size=300, root=" + tree.root() + "]");
    }

    @Test
    void aProofWithHashesBeyondTheRootProvesNothing() {
        MerkleTree tree = tree(9);
        List<HashValue> longer = new ArrayList<>(tree.range(2, 4, 9).outside());
        longer.add(leaf(7));
        List<HashValue> leaves = List.of(leaf(2), leaf(3));

        assertThat(new RangeProof(2, 4, 9, longer).proves(leaves, tree.root())).isFalse();
        assertThat(new RangeProof(2, 4, 9, longer.subList(0, 2)).proves(leaves, tree.root()))
                .isFalse();
        assertThat(new InclusionProof(0, 1, List.of(leaf(1))).proves(leaf(0), tree(1).root()))
                .isFalse();
    }

    @Test
    void whatNoTreeHasIsRefused() {
        MerkleTree tree = tree(5);
        List<HashValue> tooMany = Collections.nCopies(129, leaf(0));

        refused(() -> tree.root(6), "size must be 0 to 5, was 6");
        refused(() -> tree.root(-1), "size must be 0 to 5, was -1");
        refused(() -> tree.inclusion(5, 5), "index must be 0 to 4, was 5");
        refused(() -> tree.inclusion(0, 0), "size must be 1 to 5, was 0");
        refused(() -> tree.consistency(0, 5), "earlier size must be 1 to 5, was 0");
        refused(() -> tree.consistency(4, 3), "earlier size must be 1 to 3, was 4");
        refused(() -> tree.range(-1, 3, 5), "start of range must be 0 or more, was -1");
        refused(() -> tree.range(3, 3, 5), "end of range must be after 3 and at most 5, was 3");
        refused(() -> tree.range(3, 6, 5), "end of range must be after 3 and at most 5, was 6");
        refused(() -> new InclusionProof(0, 0, List.of()), "size must be 1 or more");
        refused(() -> new InclusionProof(-1, 4, List.of()), "index must be 0 to 3");
        refused(() -> new InclusionProof(0, 4, tooMany), "length of path must be at most 64");
        refused(() -> new ConsistencyProof(0, 4, List.of()), "earlier size must be 1 or more");
        refused(() -> new ConsistencyProof(5, 4, List.of()), "later size must be at least the earlier size");
        refused(() -> new ConsistencyProof(3, 4, tooMany), "length of path must be at most 128");
        refused(() -> new RangeProof(0, 1, 4, tooMany), "number of hashes must be at most 128");
        refused(() -> MerkleFrontier.of(-1, List.of()), "size must be 0 or more");
        refused(() -> MerkleFrontier.of(5, List.of(leaf(0))), "number of subtrees must be 2 for 5 leaves");
        refused(() -> HashValue.of(new byte[31]), "length of hash must be 32 bytes, was 31");
        refused(() -> HashValue.parse(""), "length of hash as Base64 must be 44 characters");
    }

    @Test
    void whoeverReadsWhileOthersAppendSeesATreeOfOneSize() {
        MerkleTree shared = new MerkleTree();
        Race.rounds(
                16,
                100,
                round -> thread -> {
                    long index = shared.append(leaf(7));
                    long size = shared.size();
                    HashValue root = shared.root(size);
                    return size > index
                            && shared.inclusion(index, size).proves(leaf(7), root)
                            && shared.consistency(index + 1, size).proves(shared.root(index + 1), root);
                },
                (round, whole) -> {
                    assertThat(whole).isEqualTo(16);
                    assertThat(shared.size()).isEqualTo(16L * (round + 1));
                });

        MerkleFrontier alone = MerkleFrontier.empty();
        for (int i = 0; i < 1600; i++) {
            alone = alone.append(leaf(7));
        }
        assertThat(shared.root()).isEqualTo(alone.root());
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }

    static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            assertThat(tree.append(leaf(i))).isEqualTo(i);
        }
        return tree;
    }

    static HashValue leaf(int number) {
        return HashValue.ofRecord(ByteBuffer.allocate(4).putInt(number).array());
    }

    private static List<HashValue> altered(List<HashValue> path, int place, int bit) {
        List<HashValue> altered = new ArrayList<>(path);
        int hash = Math.floorMod(place / HashValue.BYTES, path.size());
        altered.set(hash, altered(path.get(hash), place, bit));
        return altered;
    }

    private static HashValue altered(HashValue hash, int place, int bit) {
        byte[] bytes = hash.toBytes();
        bytes[Math.floorMod(place, bytes.length)] ^= (byte) (1 << bit);
        return HashValue.of(bytes);
    }
}
