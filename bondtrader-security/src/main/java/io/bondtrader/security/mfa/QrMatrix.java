package io.bondtrader.security.mfa;

/**
 * The square of a QR code: finder, timing and alignment patterns, format and version information, the data in its zigzag,
 * and the best of eight masks (ISO/IEC 18004, sections on symbol structure, placement and masking).
 */
final class QrMatrix {

    private static final int FORMAT_MASK = 0x5412;
    private static final int FORMAT_POLYNOMIAL = 0x537;
    private static final int VERSION_POLYNOMIAL = 0x1f25;

    private final int version;
    private final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    private QrMatrix(int version) {
        this.version = version;
        this.size = 17 + 4 * version;
        this.dark = new boolean[size][size];
        this.fixed = new boolean[size][size];
        drawPatterns();
    }

    /** Returns the matrix of a version with these bytes under the best mask. */
    static QrMatrix filled(int version, byte[] bytes) {
        QrMatrix matrix = new QrMatrix(version);
        matrix.drawData(bytes);
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 8; mask++) {
            matrix.masked(mask);
            int penalty = QrPenalty.of(matrix.dark);
            if (penalty < least) {
                least = penalty;
                best = mask;
            }
            matrix.masked(mask); // a second time takes it away
        }
        matrix.masked(best);
        return matrix;
    }

    /** Returns how many bits of data and error correction a version holds. */
    static int capacity(int version) {
        QrMatrix empty = new QrMatrix(version);
        int free = 0;
        for (boolean[] row : empty.fixed) {
            for (boolean taken : row) {
                free += taken ? 0 : 1;
            }
        }
        return free / 8 * 8;
    }

    int size() {
        return size;
    }

    boolean dark(int row, int column) {
        return dark[row][column];
    }

    private void set(int row, int column, boolean colour) {
        dark[row][column] = colour;
        fixed[row][column] = true;
    }

    private void drawPatterns() {
        for (int i = 0; i < size; i++) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(3, size - 4);
        drawFinder(size - 4, 3);
        int[] centres = centres();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean corner = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
                if (!corner) {
                    drawAlignment(centres[i], centres[j]);
                }
            }
        }
        drawFormat(0);
        drawVersion();
    }

    private void drawFinder(int row, int column) {
        for (int i = -4; i <= 4; i++) {
            for (int j = -4; j <= 4; j++) {
                int ring = Math.max(Math.abs(i), Math.abs(j));
                boolean inside = row + i >= 0 && row + i < size && column + j >= 0 && column + j < size;
                if (inside) {
                    set(row + i, column + j, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void drawAlignment(int row, int column) {
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                set(row + i, column + j, Math.max(Math.abs(i), Math.abs(j)) != 1);
            }
        }
    }

    /** Returns the rows of the alignment patterns' centres: the standard's annex E, which follows this rule. */
    private int[] centres() {
        if (version == 1) {
            return new int[0];
        }
        int count = version / 7 + 2;
        int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        int[] centres = new int[count];
        centres[0] = 6;
        for (int i = count - 1, at = size - 7; i >= 1; i--, at -= step) {
            centres[i] = at;
        }
        return centres;
    }

    /** Draws the level, whose two bits are 00 for M, and the mask, twice. */
    private void drawFormat(int mask) {
        int bits = (mask << 10 | remainder(mask, FORMAT_POLYNOMIAL, 10)) ^ FORMAT_MASK;
        for (int i = 0; i < 15; i++) {
            boolean colour = (bits >>> i & 1) == 1;
            if (i < 6) {
                set(i, 8, colour);
            } else if (i < 8) {
                set(i + 1, 8, colour);
            } else if (i == 8) {
                set(8, 7, colour);
            } else {
                set(8, 14 - i, colour);
            }
            if (i < 8) {
                set(8, size - 1 - i, colour);
            } else {
                set(size - 15 + i, 8, colour);
            }
        }
        set(size - 8, 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int bits = version << 12 | remainder(version, VERSION_POLYNOMIAL, 12);
        for (int i = 0; i < 18; i++) {
            boolean colour = (bits >>> i & 1) == 1;
            set(size - 11 + i % 3, i / 3, colour);
            set(i / 3, size - 11 + i % 3, colour);
        }
    }

    /** Returns the remainder of value times 2^degree by a polynomial over two elements. */
    private static int remainder(int value, int polynomial, int degree) {
        int rest = value;
        for (int i = 0; i < degree; i++) {
            rest = rest << 1 ^ (rest >>> (degree - 1)) * polynomial;
        }
        return rest;
    }

    /** Walks up and down in pairs of columns from the right, around the fixed patterns. */
    private void drawData(byte[] bytes) {
        int bit = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            int pair = right <= 6 ? right - 1 : right; // the timing column is left out
            boolean upwards = (pair + 1 & 2) == 0;
            for (int i = 0; i < size; i++) {
                int row = upwards ? size - 1 - i : i;
                for (int column = pair; column >= pair - 1; column--) {
                    if (!fixed[row][column] && bit < 8 * bytes.length) {
                        dark[row][column] = (bytes[bit / 8] >>> (7 - bit % 8) & 1) == 1;
                        bit++;
                    }
                }
            }
        }
    }

    private void masked(int mask) {
        drawFormat(mask);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                dark[row][column] ^= !fixed[row][column] && inverts(mask, row, column);
            }
        }
    }

    private static boolean inverts(int mask, int row, int column) {
        int product = row * column;
        return switch (mask) {
            case 0 -> (row + column) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (row + column) % 3 == 0;
            case 4 -> (row / 2 + column / 3) % 2 == 0;
            case 5 -> product % 2 + product % 3 == 0;
            case 6 -> (product % 2 + product % 3) % 2 == 0;
            default -> ((row + column) % 2 + product % 3) % 2 == 0;
        };
    }
}
