package io.bondtrader.examples.spreads;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.pricing.SpreadPanel;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.VerifiedCurvePricing;
import io.bondtrader.core.verify.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program. Prices are per 100 of face, spreads in basis points. */
public final class Spreads {

    private static final double PRICE = 101.35;

    private static final String USAGE = """
            usage: examples/run spreads [--price CLEAN] [--html FILE]

            Shows every spread of a corporate bond (5.25 % of June 2033) over the Treasury par yields of 11 July 2025,
            with the price that follows back from each, and its key rates.

              --price CLEAN  the bond's clean price; 101.35 unless told otherwise
              --html FILE    where the page with the charts goes; spreads.html unless told otherwise
            """;

    private Spreads() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        double price = PRICE;
        Path html = Path.of("spreads.html");
        for (int k = 0; k < args.length; k += 2) {
            if (args[k].equals("--help")) {
                out.print(USAGE);
                return 0;
            }
            boolean known = args[k].equals("--price") || args[k].equals("--html");
            if (!known || k + 1 == args.length) {
                err.println("spreads: what is " + args[k] + "? --help explains everything");
                return 2;
            }
            if (args[k].equals("--html")) {
                html = Path.of(args[k + 1]);
                continue;
            }
            try {
                price = Double.parseDouble(args[k + 1]);
            } catch (NumberFormatException unreadable) {
                err.println("spreads: '" + args[k + 1] + "' is no price");
                return 2;
            }
        }
        try {
            return show(price, html, out);
        } catch (BondTraderException refused) {
            err.println("spreads: " + refused.getMessage());
        } catch (IOException unwritable) {
            err.println("spreads: cannot write " + unwritable.getMessage());
        }
        return 2;
    }

    private static int show(double price, Path html, PrintStream out) throws IOException {
        DiscountCurve curve = Market.curve();
        CurvePricing pricing = CurvePricing.of(Market.bond(), Market.SETTLEMENT);
        SpreadPanel panel = SpreadPanel.of(pricing, curve)
                .governmentYields(Market.parYields())
                .swapRates(Market.swapRates())
                .benchmark(Market.tenYearNote(), Market.tenYearPrice())
                .atCleanPrice(price);
        CurveRisk risk = CurveRisk.atDirtyPrice(pricing, curve, panel.dirtyPrice());
        KeyRates keyRates = risk.keyRates(KeyTenors.standard());
        VerifiedCurvePricing verified = VerifiedCurvePricing.of(pricing, Verifier.flagging());
        List<Verified> evidence = List.of(
                verified.cleanPrice(curve),
                verified.zSpread(curve, panel.dirtyPrice()),
                verified.parAssetSwapSpread(curve, panel.dirtyPrice(), Frequency.QUARTERLY, DayCounts.ACT_360),
                verified.effectiveDuration(curve));
        out.println(panel);
        out.println();
        out.println(keyRates);
        out.println();
        evidence.forEach(out::println);
        Path folder = html.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(html, SpreadPage.of(panel, risk, keyRates, evidence));
        out.println("wrote " + html + " (open in a browser)");
        return evidence.stream().allMatch(Verified::isAgreed) ? 0 : 1;
    }
}
