package desk;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;

/** A user of the library on the class path. */
public final class Desk {

    private Desk() {}

    public static void main(String[] arguments) {
        try {
            InvalidInput.unless(false, "yield", Double.NaN, "finite");
        } catch (BondTraderException refused) {
            System.out.println("refused: " + refused.code().id());
        }
        System.out.println("named module: " + BondTraderException.class.getModule().isNamed());
    }
}
