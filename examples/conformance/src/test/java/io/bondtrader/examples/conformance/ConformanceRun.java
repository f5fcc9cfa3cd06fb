package io.bondtrader.examples.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * What a run of the program came to.
 *
 * @param exitCode the exit code
 * @param out what it printed
 * @param err what it complained about
 */
record ConformanceRun(int exitCode, String out, String err) {

    static ConformanceRun of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code =
                new Conformance(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false).run(texts);
        return new ConformanceRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
