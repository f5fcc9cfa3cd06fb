package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The inclusion and consistency cases of transparency-dev/merkle, accepted and refused as they say. */
@Asvs("11.4.3")
final class MerkleVectorsTest {

    /** Roots that are equal and that no tree has: 12 bytes, where a hash has 32. */
    private static final String SHORT_ROOTS = "consistency/additional/sizes-are-equal-one-and-proof-is-empty.json";

    /** The leaves of certificate-transparency's reference tree, which the cases are about. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Test
    void allInclusionCasesEndAsTheySay() throws IOException {
        JsonNode cases = cases("merkle/inclusion.json");

        assertThat(cases).hasSize(98);
        assertThat(wrong(cases, MerkleVectorsTest::included)).isEmpty();
        assertThat(wrong(cases, MerkleVectorsTest::includedInPublic)).isEmpty();
    }

    @Test
    void allConsistencyCasesEndAsTheySay() throws IOException {
        JsonNode cases = cases("merkle/consistency.json");

        assertThat(cases).hasSize(98);
        assertThat(wrong(cases, MerkleVectorsTest::consistent)).isEmpty();
    }

    @Test
    void inPublicARootIsAHashSoRootsOfAnotherLengthAreRefusedThoughTheyAreEqual() throws IOException {
        assertThat(wrong(cases("merkle/consistency.json"), MerkleVectorsTest::consistentInPublic))
                .containsExactly(SHORT_ROOTS);
        assertThatThrownBy(() -> HashValue.of(new byte[12])).isInstanceOf(InvalidInput.class);
    }

    @Test
    void hashesOfOtherLengthsProveNothingThoughTheirBytesTogetherAreTheSame() {
        byte[] left = HashValue.ofRecord(new byte[] {1}).toBytes();
        byte[] right = HashValue.ofRecord(new byte[] {2}).toBytes();
        byte[] root = HashValue.nodeOf(left, right);
        byte[] both = Arrays.copyOf(left, 64);
        System.arraycopy(right, 0, both, 32, 32);
        byte[] shorter = Arrays.copyOf(both, 31);
        byte[] longer = Arrays.copyOfRange(both, 31, 64);

        assertThat(HashValue.nodeOf(shorter, longer)).isEqualTo(root);
        assertThat(ProofArithmetic.includes(0, 2, left, List.of(right), root)).isTrue();
        assertThat(ProofArithmetic.includes(0, 2, shorter, List.of(longer), root))
                .isFalse();
        assertThat(ProofArithmetic.includes(1, 2, longer, List.of(shorter), root))
                .isFalse();
        assertThat(ProofArithmetic.extend(1, 2, left, List.of(right), root)).isTrue();
        assertThat(ProofArithmetic.extend(1, 2, shorter, List.of(longer), root)).isFalse();
        assertThat(ProofArithmetic.extend(1, 2, left, List.of(), left)).isFalse();
        for (byte[] part : List.of(shorter, longer, left)) {
            byte[] from = HashValue.nodeOf(right, part);
            byte[] to = HashValue.nodeOf(right, HashValue.nodeOf(part, root));
            assertThat(ProofArithmetic.extend(3, 4, from, List.of(part, root, right), to))
                    .isEqualTo(part.length == 32);
        }
    }

    @Test
    void theTreeMakesTheProofsOfTheCases() throws IOException {
        MerkleTree tree = referenceTree();
        int proofs = 0;
        for (JsonNode test : cases("merkle/inclusion.json")) {
            if (test.get("desc").textValue().equals("happy path")) {
                InclusionProof made = tree.inclusion(
                        test.get("leafIdx").longValue(), test.get("treeSize").longValue());
                assertThat(made.path()).isEqualTo(hashes(test));
                proofs++;
            }
        }
        for (JsonNode test : cases("merkle/consistency.json")) {
            if (test.get("desc").textValue().equals("happy path")) {
                ConsistencyProof made = tree.consistency(
                        test.get("size1").longValue(), test.get("size2").longValue());
                assertThat(made.path()).isEqualTo(hashes(test));
                assertThat(tree.root(made.fromSize())).isEqualTo(hash(test.get("root1")));
                assertThat(tree.root(made.toSize())).isEqualTo(hash(test.get("root2")));
                proofs++;
            }
        }

        assertThat(proofs).isEqualTo(10);
    }

    @Test
    void theReferenceTreeHasItsPublishedRoot() {
        // certificate-transparency, merkle_tree_test: the root over the eight leaves.
        assertThat(referenceTree().root())
                .hasToString("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        // RFC 6962, section 2.1: the hash of an empty list is the hash of an empty string.
        assertThat(new MerkleTree().root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static MerkleTree referenceTree() {
        MerkleTree tree = new MerkleTree();
        LEAVES.forEach(leaf -> tree.append(HashValue.ofRecord(HexFormat.of().parseHex(leaf))));
        return tree;
    }

    private static List<String> wrong(JsonNode cases, Predicate<JsonNode> proven) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode test : cases) {
            if (proven.test(test) == test.get("wantErr").booleanValue()) {
                wrong.add(test.get("case").textValue());
            }
        }
        return wrong;
    }

    private static boolean included(JsonNode test) {
        return ProofArithmetic.includes(
                index(test.get("leafIdx")),
                index(test.get("treeSize")),
                bytes(test.get("leafHash")),
                path(test),
                bytes(test.get("root")));
    }

    private static boolean consistent(JsonNode test) {
        return ProofArithmetic.extend(
                index(test.get("size1")),
                index(test.get("size2")),
                bytes(test.get("root1")),
                path(test),
                bytes(test.get("root2")));
    }

    private static boolean includedInPublic(JsonNode test) {
        try {
            return new InclusionProof(index(test.get("leafIdx")), index(test.get("treeSize")), hashes(test))
                    .proves(hash(test.get("leafHash")), hash(test.get("root")));
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private static boolean consistentInPublic(JsonNode test) {
        try {
            return new ConsistencyProof(index(test.get("size1")), index(test.get("size2")), hashes(test))
                    .proves(hash(test.get("root1")), hash(test.get("root2")));
        } catch (InvalidInput refused) {
            return false;
        }
    }

    /** The cases count in unsigned 64 bits; beyond a long there is no tree here. */
    private static long index(JsonNode number) {
        return number.canConvertToLong() ? number.longValue() : -1;
    }

    private static List<HashValue> hashes(JsonNode test) {
        return path(test).stream().map(HashValue::of).toList();
    }

    private static List<byte[]> path(JsonNode test) {
        List<byte[]> path = new ArrayList<>();
        test.get("proof").forEach(text -> path.add(bytes(text)));
        return path;
    }

    private static HashValue hash(JsonNode text) {
        return HashValue.of(bytes(text));
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asText(""));
    }

    private static JsonNode cases(String file) throws IOException {
        return new ObjectMapper().readTree(SharedVectors.file(file).toFile());
    }
}
