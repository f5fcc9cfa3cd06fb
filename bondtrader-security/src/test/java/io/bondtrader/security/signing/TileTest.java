package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Tiles stand where C2SP tlog-tiles puts them, and hold what the tree holds. */
final class TileTest {

    /** The format's own examples: index 1234067, and trees of 70,000 and of 256 leaves. */
    @Test
    void theExamplesOfTheFormatHold() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 1_234_067, 12).entriesPath()).isEqualTo("tile/entries/x001/x234/067.p/12");
        assertThat(Tile.partial(70_000)).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.grown(0, 70_000)).hasSize(277);
        assertThat(Tile.partial(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.grown(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.partial(0)).isEmpty();
        assertThat(Tile.grown(300, 300)).isEmpty();
    }

    @Property(tries = 500)
    void everyTileOfATreeReadsAsItIsWritten(@ForAll @LongRange(min = 1) long size) {
        for (Tile tile : Tile.partial(size)) {
            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
            // So many are there: floor(size / 256^level) mod 256.
            assertThat(tile.width()).isEqualTo((int) ((size >> (8 * tile.level())) & 255));
            assertThat(tile.endLeaf()).isLessThanOrEqualTo(size);
            assertThat(tile.firstLeaf()).isLessThan(tile.endLeaf());
        }
        assertThat(Tile.ofLeaf(size - 1, size).endLeaf()).isEqualTo(size);
        assertThat(Tile.ofLeaf(0, size).firstLeaf()).isZero();
    }

    /** What is written after each growth is together what a tree of the last size consists of. */
    @Property(tries = 20)
    void growthWritesEveryHashOfTheTree(
            @ForAll @IntRange(min = 1, max = 700) int first, @ForAll @IntRange(min = 0, max = 700) int more) {
        MerkleTree tree = MerkleLawsTest.tree(first + more);
        Map<String, List<HashValue>> store = new HashMap<>();
        List<Tile> written = new ArrayList<>(Tile.grown(0, first));
        written.addAll(Tile.grown(first, (long) first + more));
        written.forEach(tile -> store.put(tile.path(), tree.hashes(tile)));

        for (Tile tile : Tile.grown(0, (long) first + more)) {
            List<HashValue> hashes = store.getOrDefault(tile.path(), List.of());
            assertThat(hashes).hasSize(tile.width());
            for (int i = 0; i < hashes.size(); i++) {
                MerkleTree below = new MerkleTree();
                long leaves = 1L << (8 * tile.level());
                for (long leaf = 0; leaf < leaves; leaf++) {
                    below.append(MerkleLawsTest.leaf((int) (tile.firstLeaf() + i * leaves + leaf)));
                }
                assertThat(hashes.get(i)).isEqualTo(below.root());
            }
        }
    }

    @Test
    @Attack("A55")
    void a55PathsThatAreNoTilesAreRefused() {
        for (String bad : List.of(
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/1",
                "tile/0/0001",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/x001/x002",
                "tile/00/001",
                "tile/-1/001",
                "tile/8/000.p/1",
                "tile/7/000",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/01",
                "tile/0/001.p/",
                "tile/0/001.p/1/",
                "tile/0/../0/001",
                "/tile/0/001",
                "tile/0/001\u0000",
                "tile/0/٠٠١",
                "tile//0/001",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/" + "x000/".repeat(2000) + "001")) {
            assertThatThrownBy(() -> Tile.parse(bad)).as(bad).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whatNoTreeHasIsRefused() {
        MerkleTree tree = MerkleLawsTest.tree(5);

        assertThatThrownBy(() -> new Tile(0, -1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Tile(0, Long.MAX_VALUE >> 8, 256)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.ofLeaf(5, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.partial(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.grown(2, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.grown(0, Long.MAX_VALUE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tree.hashes(new Tile(0, 0, 6))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tree.hashes(new Tile(1, 0, 1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Tile(1, 0, 1).entriesPath()).isInstanceOf(InvalidInput.class);
        assertThat(tree.hashes(new Tile(0, 0, 5))).hasSize(5);
    }
}
