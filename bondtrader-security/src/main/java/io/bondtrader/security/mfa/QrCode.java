package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A QR code of some text, to show a provisioning address once: ISO/IEC 18004, byte mode, error correction level M, the
 * smallest of the forty versions that holds it, the mask with the least penalty.
 *
 * <p>Immutable. What it shows is a secret if the text is: {@link #toSvg} and {@link #toPng} belong into one response that
 * nobody caches. Prints its size alone.
 */
public final class QrCode {

    private static final int LARGEST_VERSION = 40;

    /** Error correction bytes of a block at level M, by version from 1: ISO/IEC 18004, table 9. */
    private static final byte[] CORRECTION = {
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
    };

    /** Blocks at level M, by version from 1: the same table. */
    private static final byte[] BLOCKS = {
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31,
        33, 35, 37, 38, 40, 43, 45, 47, 49
    };

    private final QrMatrix matrix;

    private QrCode(QrMatrix matrix) {
        this.matrix = matrix;
    }

    /**
     * Returns the code of a text. The characters stay as they are: wipe them.
     *
     * @param text up to 2331 bytes of UTF-8
     * @return the code
     * @throws InvalidInput if the text is empty or longer
     */
    public static QrCode of(char[] text) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] data = new byte[utf8.remaining()];
        utf8.get(data).rewind();
        while (utf8.hasRemaining()) {
            utf8.put((byte) 0);
        }
        try {
            int version = version(data.length);
            byte[] words = words(version, data);
            QrMatrix matrix = QrMatrix.filled(version, interleaved(version, words));
            Arrays.fill(words, (byte) 0);
            return new QrCode(matrix);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** {@return modules along a side, without the quiet zone: 21 to 177} */
    public int size() {
        return matrix.size();
    }

    /** {@return the version, from 1 to 40} */
    public int version() {
        return (matrix.size() - 17) / 4;
    }

    /**
     * Returns the colour of a module.
     *
     * @param row from 0 at the top
     * @param column from 0 at the left
     * @return whether it is dark
     * @throws InvalidInput if the code has no such module
     */
    public boolean dark(int row, int column) {
        int size = matrix.size();
        InvalidInput.unless(row >= 0 && row < size, "row", row, "from 0 to below " + size);
        InvalidInput.unless(column >= 0 && column < size, "column", column, "from 0 to below " + size);
        return matrix.dark(row, column);
    }

    /** {@return the code as an SVG document with the quiet zone of four modules, black on white} */
    public String toSvg() {
        return QrImage.svg(matrix);
    }

    /**
     * Returns the code as a PNG image with the quiet zone of four modules.
     *
     * @param scale pixels along the side of a module, from 1 to 40
     * @return the file
     * @throws InvalidInput if the scale is outside
     */
    public byte[] toPng(int scale) {
        InvalidInput.unless(scale >= 1 && scale <= 40, "scale", scale, "from 1 to 40 pixels");
        return QrImage.png(matrix, scale);
    }

    private static int version(int length) {
        for (int version = 1; version <= LARGEST_VERSION; version++) {
            int bits = 4 + lengthBits(version) + 8 * length;
            if (length > 0 && bits <= 8 * dataWords(version)) {
                return version;
            }
        }
        throw new InvalidInput("length of the text", length, "1 to 2331 bytes");
    }

    private static int lengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    private static int dataWords(int version) {
        return QrMatrix.capacity(version) / 8 - CORRECTION[version - 1] * BLOCKS[version - 1];
    }

    /** Writes mode, length, data, terminator and padding. */
    private static byte[] words(int version, byte[] data) {
        byte[] words = new byte[dataWords(version)];
        int bit = put(words, 0, 0b0100, 4);
        bit = put(words, bit, data.length, lengthBits(version));
        for (byte one : data) {
            bit = put(words, bit, one & 0xff, 8);
        }
        bit += Math.min(4, 8 * words.length - bit);
        int next = (bit + 7) / 8;
        for (int i = next; i < words.length; i++) {
            words[i] = (byte) ((i - next) % 2 == 0 ? 0xec : 0x11);
        }
        return words;
    }

    private static int put(byte[] words, int start, int value, int bits) {
        for (int i = 0; i < bits; i++) {
            int at = start + i;
            words[at / 8] |= (byte) (((value >>> (bits - 1 - i)) & 1) << (7 - at % 8));
        }
        return start + bits;
    }

    /** Splits the data into blocks, adds error correction to each, and takes a byte of each in turn. */
    private static byte[] interleaved(int version, byte[] words) {
        int blocks = BLOCKS[version - 1];
        int correction = CORRECTION[version - 1];
        int shorter = words.length / blocks;
        int longer = words.length % blocks;
        byte[][] data = new byte[blocks][];
        byte[][] checks = new byte[blocks][];
        int at = 0;
        for (int i = 0; i < blocks; i++) {
            // The longer blocks come last.
            int length = shorter + (i >= blocks - longer ? 1 : 0);
            data[i] = Arrays.copyOfRange(words, at, at + length);
            checks[i] = ReedSolomon.remainder(data[i], correction);
            at += length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[][] part : new byte[][][] {data, checks}) {
            for (int column = 0; column < part[blocks - 1].length; column++) {
                for (byte[] block : part) {
                    if (column < block.length) {
                        out.write(block[column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "QrCode[version " + version() + "]";
    }
}
