package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inclusion and consistency cases of transparency-dev/merkle, accepted and refused as they say. */
final class MerkleVectorsTest {

    /** Roots of one byte string that no tree has: 12 bytes, where a hash has 32. Refused here, equal or not. */
    private static final String SHORT_ROOTS = "consistency/additional/sizes-are-equal-one-and-proof-is-empty.json";

    /** The leaves of certificate-transparency's reference tree, which the cases are about. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Test
    void allInclusionCasesEndAsTheySay() throws IOException {
        List<String> wrong = new ArrayList<>();
        JsonNode cases = cases("merkle/inclusion.json");
        for (JsonNode test : cases) {
            if (included(test) == test.get("wantErr").booleanValue()) {
                wrong.add(test.get("case").textValue());
            }
        }

        assertThat(cases).hasSize(98);
        assertThat(wrong).isEmpty();
    }

    @Test
    void allConsistencyCasesEndAsTheySaySaveOneWhoseRootsAreNoHashes() throws IOException {
        List<String> wrong = new ArrayList<>();
        JsonNode cases = cases("merkle/consistency.json");
        for (JsonNode test : cases) {
            if (consistent(test) == test.get("wantErr").booleanValue()) {
                wrong.add(test.get("case").textValue());
            }
        }

        assertThat(cases).hasSize(98);
        assertThat(wrong).containsExactly(SHORT_ROOTS);
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

    private static boolean included(JsonNode test) {
        try {
            return new InclusionProof(
                            index(test.get("leafIdx")), test.get("treeSize").longValue(), hashes(test))
                    .proves(hash(test.get("leafHash")), hash(test.get("root")));
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private static boolean consistent(JsonNode test) {
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
        List<HashValue> hashes = new ArrayList<>();
        test.get("proof").forEach(text -> hashes.add(hash(text)));
        return hashes;
    }

    private static HashValue hash(JsonNode text) {
        return HashValue.of(Base64.getDecoder().decode(text.asText("")));
    }

    private static JsonNode cases(String file) throws IOException {
        return new ObjectMapper().readTree(SharedVectors.file(file).toFile());
    }
}
