package io.bondtrader.security.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class HashChainTest {

    private static final HashChain START = HashChain.start("example.com/audit");
    private static final List<byte[]> RECORDS = List.of(bytes("buy 10 mm"), bytes("sell 5 mm"), bytes("cancel"));
    private static final List<HashValue> HEADS = heads(START, RECORDS);

    @Test
    void recordsAsTheyWereChainedHaveNoBreak() {
        assertThat(START.firstBreak(RECORDS, HEADS)).isEmpty();
        assertThat(HashChain.resume(1, HEADS.get(0)).firstBreak(RECORDS.subList(1, 3), HEADS.subList(1, 3)))
                .isEmpty();
    }

    @Test
    void theFirstChangedInsertedDroppedOrMovedRecordIsFound() {
        byte[] other = bytes("buy 99 mm");

        assertThat(START.firstBreak(List.of(RECORDS.get(0), other, RECORDS.get(2)), HEADS))
                .isEqualTo(OptionalLong.of(1));
        assertThat(START.firstBreak(List.of(RECORDS.get(1), RECORDS.get(0), RECORDS.get(2)), HEADS))
                .isEqualTo(OptionalLong.of(0));
        assertThat(START.firstBreak(RECORDS.subList(0, 2), HEADS)).isEqualTo(OptionalLong.of(2));
        assertThat(START.firstBreak(RECORDS, HEADS.subList(0, 2))).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void aHeadIsTheHashThatThePageSays() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update((byte) 3);
        byte[] first = sha.digest(bytes("example.com/audit"));
        sha.update((byte) 2);
        sha.update(first);
        sha.update(new byte[8]);
        byte[] second = sha.digest(RECORDS.get(0));

        assertThat(START.head().toBytes()).isEqualTo(first);
        assertThat(HEADS.get(0).toBytes()).isEqualTo(second);
        assertThat(START).hasToString("HashChain[length=0, head=" + START.head() + "]");
    }

    @Test
    void chainsOfTwoLogsShareNoHead() {
        assertThat(heads(HashChain.start("example.com/other"), RECORDS)).doesNotContainAnyElementsOf(HEADS);
    }

    @Test
    void aChainHasANameAndALength() {
        assertThatThrownBy(() -> HashChain.start("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HashChain.start("a\nb")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HashChain.resume(-1, START.head())).isInstanceOf(InvalidInput.class);
    }

    private static List<HashValue> heads(HashChain start, List<byte[]> records) {
        List<HashValue> heads = new ArrayList<>();
        HashChain chain = start;
        for (byte[] record : records) {
            chain = chain.append(record);
            heads.add(chain.head());
        }
        assertThat(chain.length()).isEqualTo(records.size());
        return heads;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
