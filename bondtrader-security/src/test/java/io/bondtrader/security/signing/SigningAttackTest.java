package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.testdata.Attack;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Attacks on notes, keys and proofs; names begin with the row of the attack list. */
final class SigningAttackTest {

    private static final String ORIGIN = "example.com/audit";
    private static final Ed25519Signer KEY = CheckpointTest.signer(ORIGIN, 1);
    private static final TrustedKeys KEYS = TrustedKeys.of(KEY.verifier());
    private static final MerkleTree TREE = MerkleLawsTest.tree(8);
    private static final Checkpoint CHECKPOINT = Checkpoint.of(ORIGIN, 8, TREE.root());
    private static final String NOTE = CHECKPOINT.sign(List.of(KEY));

    @Test
    @Attack("A01")
    void a01ANoteWithoutASignatureOrWithAnEmptyOneIsNotOpened() {
        String id = Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(KEY.verifier().keyId()));

        refused(CHECKPOINT.text());
        refused(CHECKPOINT.text() + "\n");
        refused(CHECKPOINT.text() + "\n— " + ORIGIN + " " + id + "\n");
        refused(CHECKPOINT.text() + "\n— " + ORIGIN + " \n");
    }

    @Test
    @Attack("A03")
    void a03KeyNamesThatForgeLinesOrPathsAreRefused() {
        byte[] key = KEY.verifier().publicKey();
        for (String name : List.of("", " ", "a b", "a+b", "a\nb", "a\u0000b", "é", "\u202eabc", "x".repeat(129))) {
            assertThatThrownBy(() -> NoteVerifier.of(name, key)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> Ed25519Signer.ofSeed(name, new byte[32])).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    @Attack("A03")
    void a03AnUnknownKeyWithTheNameOrTheIdOfATrustedOneCountsForNothing() {
        Ed25519Signer impostor = CheckpointTest.signer(ORIGIN, 66);

        assertThatThrownBy(() -> Checkpoint.open(CHECKPOINT.sign(List.of(impostor)), ORIGIN, KEYS))
                .isInstanceOf(SignatureRejected.class);
        assertThat(Checkpoint.open(CHECKPOINT.sign(List.of(impostor, KEY)), ORIGIN, KEYS))
                .isEqualTo(CHECKPOINT);
    }

    @Test
    @Attack("A07")
    void a07NotesBeyondTheirBoundsAreRefusedBeforeAnySignatureIsVerified() {
        refused("x".repeat(200_000) + "\n\n" + line());
        refused("x".repeat(70_000) + "\n\n" + line());
        refused(CHECKPOINT.text() + "\n" + line().repeat(40));
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < SignedNote.MOST_SIGNATURES; i++) {
            others.append(line().replace(ORIGIN, "other" + i));
        }
        refused(CHECKPOINT.text() + "\n" + others + line());
        assertThatThrownBy(() -> SignedNote.sign("x".repeat(70_000) + "\n", List.of(KEY)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A07")
    void a07OneKeyDoesNotSignTwice() {
        refused(CHECKPOINT.text() + "\n" + line() + line());
    }

    @Test
    @Attack("A07")
    void a07TextAfterTheSignaturesOrBeforeTheNoteIsNotTaken() {
        refused(NOTE + "more\n");
        refused("\uFEFF" + NOTE);
        refused("more\n" + NOTE);
        refused("more\n\n" + NOTE);
    }

    @Test
    @Attack("A08")
    void a08LenientBase64IsRefused() {
        String root = TREE.root().toBase64();
        // 44 characters end in one sign of padding; the last character before it has two bits beyond the value.
        char last = root.charAt(42);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        String trailing = root.substring(0, 42) + alphabet.charAt(alphabet.indexOf(last) + 1) + "=";

        assertThat(Base64.getDecoder().decode(trailing)).isEqualTo(TREE.root().toBytes());
        assertThatThrownBy(() -> HashValue.parse(trailing)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HashValue.parse(root.substring(0, 43))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HashValue.parse(root.replace(root.charAt(3), '_')))
                .isInstanceOf(InvalidInput.class);
        String signature = line().substring(line().lastIndexOf(' ') + 1).trim();
        refused(NOTE.replace(signature, signature.replace("=", "")));
        refused(NOTE.replace(signature, signature.substring(0, 20) + "\r" + signature.substring(20)));
    }

    @Test
    @Attack("A09")
    void a09KeysOfSmallOrderAndWhatIsNoPointAreRefusedWhenLoaded() {
        // Points of order 1, 2, 4 and 8 (RFC 7748's curve in RFC 8032's encoding), and a y beyond the field.
        for (String key : List.of(
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")) {
            assertThatThrownBy(() -> NoteVerifier.of("key", HexFormat.of().parseHex(key)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    @Attack("A09")
    void a09ASignatureWithAnotherSOrAnotherLengthIsRejected() {
        byte[] message = "order 17".getBytes(UTF_8);
        byte[] signature = KEY.sign(message);
        assertThat(KEY.verifier().verifies(message, signature)).isTrue();

        // S + L is the same scalar: without the check of RFC 8032, section 5.1.7, a second valid signature.
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] malleable = signature.clone();
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64))).add(order);
        byte[] bigEndian = s.toByteArray();
        byte[] littleEndian = Arrays.copyOf(reversed(bigEndian), 32);
        System.arraycopy(littleEndian, 0, malleable, 32, 32);

        assertThat(KEY.verifier().verifies(message, malleable)).isFalse();
        assertThat(KEY.verifier().verifies(message, Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(KEY.verifier().verifies(message, Arrays.copyOf(signature, 63)))
                .isFalse();
        assertThat(KEY.verifier().verifies(message, new byte[64])).isFalse();
        assertThat(KEY.verifier().verifies(message, new byte[0])).isFalse();
    }

    @Test
    @Attack("A10")
    void a10KeysOfAnotherLengthAreRefusedWhenLoaded() {
        assertThatThrownBy(() -> NoteVerifier.of("key", new byte[31])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> NoteVerifier.of("key", new byte[33])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Ed25519Signer.ofSeed("key", new byte[16])).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A12")
    void a12ACheckpointOfAnotherLogIsRejectedThoughTheKeyIsTrusted() {
        assertThatThrownBy(() -> Checkpoint.open(NOTE, ORIGIN + "/", KEYS)).isInstanceOf(SignatureRejected.class);
        assertThatThrownBy(() -> Checkpoint.open(NOTE, "Example.com/audit", KEYS))
                .isInstanceOf(SignatureRejected.class);
    }

    @Test
    @Attack("A43")
    void a43OneKeyUnderTwoNamesDoesNotCountAsTwoSigners() {
        NoteVerifier alias =
                NoteVerifier.of("example.com/witness", KEY.verifier().publicKey());

        assertThatThrownBy(() -> TrustedKeys.of(KEY.verifier(), alias)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A50")
    void a50LinesCannotBeForgedThroughOriginOrExtension() {
        for (String bad : List.of("", "a\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u001b[2Jb", "x".repeat(256))) {
            assertThatThrownBy(() -> Checkpoint.of(bad, 8, TREE.root())).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new Checkpoint(ORIGIN, 8, TREE.root(), List.of(bad)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    @Attack("A52")
    void a52AnUnpairedSurrogateDoesNotPassForTheQuestionMarkThatWasSigned() {
        Ed25519Signer signer = KEY;
        String signed = SignedNote.sign("pay 100?\n", List.of(signer));
        assertThat(KEYS.open(signed).text()).isEqualTo("pay 100?\n");

        refused(signed.replace('?', '\uD800'));
        assertThatThrownBy(() -> SignedNote.sign("pay 100\uD800\n", List.of(signer)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A54")
    void a54HostileNotesAreReadInLinearTime() {
        String signatures = "\n" + line();
        List<IntFunction<String>> shapes = List.of(
                length -> "\n".repeat(length),
                length -> "\n\n" + "\n".repeat(length) + "x",
                length -> "x\n\n" + "— ".repeat(length / 2) + "\n",
                length -> "x\n\n— " + "a".repeat(length) + " \n",
                length -> "x\n\n— a " + "A".repeat(length / 4 * 4) + "\n",
                length -> "x\n".repeat(length / 4) + signatures,
                length -> "x\n\n".repeat(length / 6) + signatures,
                length -> "\uD800\n".repeat(length / 4) + signatures);
        for (IntFunction<String> shape : shapes) {
            String note = shape.apply(30_000);
            String longer = shape.apply(120_000);
            assertThat(longer.length()).isLessThanOrEqualTo(SignedNote.LONGEST);
            refused(note);
            refused(longer);
            assertThat(ratio(note, longer, SigningAttackTest::read)).isLessThan(9);
        }
    }

    @Test
    @Attack("A54")
    void a54AMegabyteOfLinesCostsNoMoreThanItsLengthSays() {
        String megabyte = (CHECKPOINT.text() + "\n" + line()).repeat(6_000);

        assertThat(megabyte.length()).isGreaterThan(1_000_000);
        assertThatThrownBy(() -> KEYS.open(megabyte))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("length of note");
        assertThatThrownBy(() -> NoteVerifier.parse(megabyte)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HashValue.parse(megabyte)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.parse(megabyte)).isInstanceOf(InvalidInput.class);
        // Four times as long is not dearer: nothing of it is read.
        assertThat(ratio(megabyte, megabyte.repeat(4), SigningAttackTest::read)).isLessThan(3);
    }

    /** By the processor's clock, the best of some turns: what others do on the machine does not count. */
    private static double ratio(String note, String longer, Consumer<String> reader) {
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        for (int turn = 0; turn < 30; turn++) {
            small = Math.min(small, time(note, reader));
            large = Math.min(large, time(longer, reader));
        }
        return (double) large / Math.max(1, small);
    }

    private static long time(String note, Consumer<String> reader) {
        var processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        for (int i = 0; i < 10; i++) {
            reader.accept(note);
        }
        return processor.getCurrentThreadCpuTime() - start;
    }

    private static void read(String note) {
        try {
            Checkpoint.open(note, ORIGIN, KEYS);
        } catch (InvalidInput | SignatureRejected refused) {
            return;
        }
        throw new AssertionError("a hostile note was opened");
    }

    @Test
    @Attack("A61")
    void a61NoTextOrExceptionHoldsThePrivateKey() {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        String hex = HexFormat.of().formatHex(seed);
        String base64 = Base64.getEncoder().encodeToString(seed);
        Ed25519Signer signer = Ed25519Signer.ofSeed(ORIGIN, seed);
        signer.close();

        assertThat(signer.toString())
                .startsWith("Ed25519Signer[example.com/audit+")
                .doesNotContain(hex)
                .doesNotContain(base64);
        assertThatThrownBy(() -> signer.sign(new byte[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("signer example.com/audit is closed");
        assertThatThrownBy(() -> Ed25519Signer.ofSeed("bad name", seed))
                .isInstanceOfSatisfying(
                        BondTraderException.class,
                        failure -> assertThat(failure.getMessage())
                                .doesNotContain(hex)
                                .doesNotContain(base64));
        assertThatThrownBy(() -> Ed25519Signer.ofSeed(ORIGIN, Arrays.copyOf(seed, 33)))
                .isInstanceOfSatisfying(
                        BondTraderException.class,
                        failure -> assertThat(failure.getMessage())
                                .doesNotContain(hex)
                                .doesNotContain(base64));
    }

    @Test
    @Attack("A64")
    void a64KeysOfTypesThatAreNotKnownAreRefused() {
        byte[] typed = new byte[33];
        System.arraycopy(KEY.verifier().publicKey(), 0, typed, 1, 32);
        for (int type = 0; type < 256; type++) {
            typed[0] = (byte) type;
            byte[] named = Arrays.copyOf((ORIGIN + "\n").getBytes(UTF_8), ORIGIN.length() + 34);
            System.arraycopy(typed, 0, named, ORIGIN.length() + 1, 33);
            String id = HexFormat.of().formatHex(HashValue.sha256().digest(named), 0, 4);
            String text = ORIGIN + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
            if (type == 1 || type == 4) {
                assertThat(NoteVerifier.parse(text).text()).isEqualTo(text);
                assertThat(NoteVerifier.parse(text).isWitness()).isEqualTo(type == 4);
            } else {
                assertThatThrownBy(() -> NoteVerifier.parse(text)).isInstanceOf(InvalidInput.class);
            }
        }
    }

    @Test
    void aFaultySignerYieldsNoNote() {
        NoteSigner faulty = new NoteSigner() {
            @Override
            public NoteVerifier verifier() {
                return KEY.verifier();
            }

            @Override
            public byte[] sign(byte[] message) {
                byte[] signature = KEY.sign(message);
                signature[5] ^= 1;
                return signature;
            }
        };

        assertThatThrownBy(() -> CHECKPOINT.sign(List.of(faulty))).isInstanceOf(SignatureRejected.class);
    }

    @Test
    void aNodeDoesNotPassAsALeaf() {
        // Without prefixes, the two hashes under a node would be a record of 64 bytes with the node's hash.
        byte[] node = new byte[64];
        System.arraycopy(MerkleLawsTest.leaf(0).toBytes(), 0, node, 0, 32);
        System.arraycopy(MerkleLawsTest.leaf(1).toBytes(), 0, node, 32, 32);
        InclusionProof full = TREE.inclusion(0, 8);

        InclusionProof shorter = new InclusionProof(0, 4, full.path().subList(1, 3));

        assertThat(shorter.proves(HashValue.ofRecord(node), TREE.root())).isFalse();
    }

    @Test
    void newKeysComeFromTheGivenRandomness() {
        Ed25519Signer one = Ed25519Signer.generate(ORIGIN, new SecureRandom());
        Ed25519Signer two = Ed25519Signer.generate(ORIGIN, new SecureRandom());

        assertThat(one.verifier()).isNotEqualTo(two.verifier());
        assertThat(NoteVerifier.parse(one.verifier().text()))
                .isEqualTo(one.verifier())
                .hasSameHashCodeAs(one.verifier());
    }

    private static void refused(String note) {
        assertThatThrownBy(() -> Checkpoint.open(note, ORIGIN, KEYS))
                .isInstanceOfAny(InvalidInput.class, SignatureRejected.class);
    }

    private static String line() {
        return NOTE.substring(NOTE.indexOf("— "));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
