package io.bondtrader.security.mfa;

/** How hard a masked QR code is to read, by the four rules of ISO/IEC 18004 (evaluation of data masking results). */
final class QrPenalty {

    private static final int[] FINDER = {1, 1, 3, 1, 1};

    private QrPenalty() {}

    static int of(boolean[][] dark) {
        int size = dark.length;
        int penalty = 0;
        int darkModules = 0;
        for (int i = 0; i < size; i++) {
            boolean[] column = new boolean[size];
            for (int j = 0; j < size; j++) {
                column[j] = dark[j][i];
                darkModules += dark[i][j] ? 1 : 0;
            }
            penalty += line(dark[i]) + line(column);
        }
        for (int i = 0; i + 1 < size; i++) {
            for (int j = 0; j + 1 < size; j++) {
                boolean same = dark[i][j] == dark[i][j + 1]
                        && dark[i][j] == dark[i + 1][j]
                        && dark[i][j] == dark[i + 1][j + 1];
                penalty += same ? 3 : 0;
            }
        }
        int fivePercents = Math.abs(20 * darkModules - 10 * size * size) / (size * size);
        return penalty + 10 * fivePercents;
    }

    /** Rows of five or more of one colour, and what looks like a finder pattern with four light modules beside it. */
    private static int line(boolean[] modules) {
        int penalty = 0;
        int run = 0;
        for (int i = 0; i <= modules.length; i++) {
            if (i < modules.length && (i == 0 || modules[i] == modules[i - 1])) {
                run++;
            } else {
                penalty += run >= 5 ? run - 2 : 0;
                run = 1;
            }
        }
        for (int i = 0; i + 7 <= modules.length; i++) {
            if (finder(modules, i) && (light(modules, i - 4) || light(modules, i + 7))) {
                penalty += 40;
            }
        }
        return penalty;
    }

    private static boolean finder(boolean[] modules, int start) {
        int at = start;
        boolean colour = true;
        for (int length : FINDER) {
            for (int i = 0; i < length; i++) {
                if (modules[at++] != colour) {
                    return false;
                }
            }
            colour = !colour;
        }
        return true;
    }

    /** Outside of the code all is light. */
    private static boolean light(boolean[] modules, int start) {
        for (int i = start; i < start + 4; i++) {
            if (i >= 0 && i < modules.length && modules[i]) {
                return false;
            }
        }
        return true;
    }
}
