package io.bondtrader.security.mfa;

/**
 * Error correction of QR codes: arithmetic in the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x^2 + 1
 * (ISO/IEC 18004, section on error correction coding).
 */
final class ReedSolomon {

    private static final int POLYNOMIAL = 0x11d;

    private ReedSolomon() {}

    /** Returns the remainder of the data times x^count by the generator with roots 2^0 to 2^(count-1). */
    static byte[] remainder(byte[] data, int count) {
        int[] generator = generator(count);
        int[] rest = new int[count];
        for (byte one : data) {
            int factor = (one & 0xff) ^ rest[0];
            System.arraycopy(rest, 1, rest, 0, count - 1);
            rest[count - 1] = 0;
            for (int i = 0; i < count; i++) {
                rest[i] ^= times(generator[i], factor);
            }
        }
        byte[] out = new byte[count];
        for (int i = 0; i < count; i++) {
            out[i] = (byte) rest[i];
        }
        return out;
    }

    /** Returns the coefficients below the leading one, highest power first. */
    private static int[] generator(int count) {
        int[] coefficients = new int[count];
        coefficients[count - 1] = 1;
        int root = 1;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                coefficients[j] = times(coefficients[j], root) ^ (j + 1 < count ? coefficients[j + 1] : 0);
            }
            root = times(root, 2);
        }
        return coefficients;
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--) {
            product = (product << 1) ^ ((product >>> 7) * POLYNOMIAL);
            product ^= ((b >>> bit) & 1) * a;
        }
        return product;
    }
}
