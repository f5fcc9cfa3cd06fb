package io.bondtrader.security.mfa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a QR code as SVG 1.1 and as PNG (ISO/IEC 15948) of one bit a pixel, without a graphics library. */
final class QrImage {

    private static final int QUIET = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private QrImage() {}

    static String svg(QrMatrix matrix) {
        int side = matrix.size() + 2 * QUIET;
        StringBuilder svg = new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" viewBox=\"0 0 ")
                .append(side)
                .append(' ')
                .append(side)
                .append(
                        "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"");
        for (int row = 0; row < matrix.size(); row++) {
            int column = 0;
            while (column < matrix.size()) {
                int end = column;
                while (end < matrix.size() && matrix.dark(row, end)) {
                    end++;
                }
                if (end > column) {
                    int run = end - column;
                    svg.append('M').append(column + QUIET).append(' ').append(row + QUIET);
                    svg.append('h').append(run).append("v1h-").append(run).append('z');
                }
                column = end + 1;
            }
        }
        return svg.append("\" fill=\"#000\"/></svg>").toString();
    }

    static byte[] png(QrMatrix matrix, int scale) {
        int side = (matrix.size() + 2 * QUIET) * scale;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        // One bit a pixel, greyscale, the only methods of compression and filtering, not interlaced.
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1);
        chunk(out, "IHDR", header.array());
        byte[] pixels = pixels(matrix, scale, side);
        chunk(out, "IDAT", deflated(pixels));
        Arrays.fill(pixels, (byte) 0);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pixels(QrMatrix matrix, int scale, int side) {
        int stride = 1 + (side + 7) / 8; // each row begins with its filter, none
        byte[] pixels = new byte[stride * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int row = y / scale - QUIET;
                int column = x / scale - QUIET;
                boolean inside = row >= 0 && row < matrix.size() && column >= 0 && column < matrix.size();
                if (!inside || !matrix.dark(row, column)) {
                    pixels[y * stride + 1 + x / 8] |= (byte) (0x80 >>> x % 8);
                }
            }
        }
        return pixels;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
