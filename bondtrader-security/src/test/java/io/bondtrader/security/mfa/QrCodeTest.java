package io.bondtrader.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Canary;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QrCodeTest {

    /** Bytes that versions 1 to 40 hold at level M in byte mode: ISO/IEC 18004, table 7. */
    private static final int[] HOLDS = {
        14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857,
        911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331
    };

    static IntStream versions() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionIsReadByAnotherLibrary(int version) throws Exception {
        int full = HOLDS[version - 1];
        int least = version == 1 ? 1 : HOLDS[version - 2] + 1;
        for (int length : new int[] {least, full}) {
            String text = text(length);
            QrCode code = QrCode.of(text.toCharArray());

            assertThat(code.version()).isEqualTo(version);
            Result read = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(source(code))),
                            Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.CHARACTER_SET, "UTF-8"));
            assertThat(read.getText()).isEqualTo(text);
            assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
            assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyModuleIsThatOfAnotherLibraryUnderTheSameMask(int version) throws Exception {
        String text = text(HOLDS[version - 1]);
        QrCode code = QrCode.of(text.toCharArray());
        QRCode other = Encoder.encode(
                text,
                ErrorCorrectionLevel.M,
                Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask(code)));
        assertThat(other.getMode()).isEqualTo(Mode.BYTE);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                assertThat(code.dark(row, column)).isEqualTo(other.getMatrix().get(column, row) == 1);
            }
        }
    }

    /** ISO/IEC 18004, annex I: the symbol 1-M of 01234567. */
    @Test
    void errorCorrectionIsThatOfTheStandardsExample() {
        byte[] data = HexFormat.of().parseHex("10200c566180ec11ec11ec11ec11ec11");
        assertThat(ReedSolomon.remainder(data, 10)).isEqualTo(HexFormat.of().parseHex("a524d4c1ed36c7872c55"));
    }

    @Test
    void theMaskIsTheOneWithTheLeastPenalty() {
        boolean[][] chessboard = new boolean[8][8];
        boolean[][] white = new boolean[8][8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                chessboard[i][j] = (i + j) % 2 == 0;
            }
        }
        assertThat(QrPenalty.of(chessboard)).isZero();
        // 16 lines of eight: 3 + 3 each; 49 blocks: 3 each; 50 percent off the middle: 100.
        assertThat(QrPenalty.of(white)).isEqualTo(16 * 6 + 49 * 3 + 100);
        boolean[][] finder = new boolean[11][11];
        for (int column : new int[] {4, 6, 7, 8, 10}) {
            finder[5][column] = true;
        }
        boolean[][] none = new boolean[11][11];
        for (int column : new int[] {3, 5, 6, 8, 10}) {
            none[5][column] = true;
        }
        assertThat(QrPenalty.of(finder) - QrPenalty.of(none)).isGreaterThan(30);
    }

    @Test
    void pngAndSvgShowTheSameCode() throws Exception {
        char[] address = Provisioning.timeBased(
                OneTimeSecret.of(Canary.bytes("qr", 20), OneTimeSecret.Hash.SHA1, 6), "Halvorsen Capital", "mia");
        QrCode code = QrCode.of(address);
        var image = ImageIO.read(new ByteArrayInputStream(code.toPng(3)));
        assertThat(image.getWidth()).isEqualTo(3 * (code.size() + 8)).isEqualTo(image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = (image.getRGB(x, y) & 0xffffff) == 0;
                assertThat(dark).isEqualTo(at(code, y / 3 - 4, x / 3 - 4));
            }
        }

        String svg = code.toSvg();
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("viewBox"))
                .isEqualTo("0 0 %d %d".formatted(code.size() + 8, code.size() + 8));
        boolean[][] drawn = new boolean[code.size()][code.size()];
        String path = svg.substring(svg.indexOf("d=\"M") + 4, svg.indexOf("z\" fill"));
        for (String run : path.split("zM", -1)) {
            String[] numbers = run.split("[ hv]", -1);
            int column = Integer.parseInt(numbers[0]) - 4;
            int row = Integer.parseInt(numbers[1]) - 4;
            Arrays.fill(drawn[row], column, column + Integer.parseInt(numbers[2]), true);
        }
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                assertThat(drawn[row][column]).isEqualTo(code.dark(row, column));
            }
        }
        assertThat(code.toString()).isEqualTo("QrCode[version " + code.version() + "]");
    }

    @Test
    void whatDoesNotFitIsRefusedWithoutBeingPrinted() {
        assertThatThrownBy(() -> QrCode.of(new char[0])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> QrCode.of("x".repeat(2332).toCharArray()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("xx");
        QrCode code = QrCode.of("ü".toCharArray());
        assertThatThrownBy(() -> code.toPng(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> code.toPng(41)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> code.dark(-1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> code.dark(0, 1_000)).isInstanceOf(InvalidInput.class);
    }

    private static boolean at(QrCode code, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < code.size() && column < code.size();
        return inside && code.dark(row, column);
    }

    /** The mask of the format information beside the upper left finder pattern. */
    private static int mask(QrCode code) {
        int bits = 0;
        for (int column = 2; column <= 4; column++) {
            bits = bits << 1 | (code.dark(8, column) ? 1 : 0);
        }
        return bits ^ 0b101;
    }

    private static String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + (i * 31 + i / 7 + length) % 90));
        }
        text.setCharAt(0, 'a'); // in no other mode than bytes
        return text.toString();
    }

    private static LuminanceSource source(QrCode code) {
        int scale = 2;
        int side = (code.size() + 8) * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = at(code, y / scale - 4, x / scale - 4) ? 0xff000000 : 0xffffffff;
            }
        }
        return new RGBLuminanceSource(side, side, pixels);
    }
}
