package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Security;
import java.util.Locale;

/**
 * One security per 100 of face, in its own currency.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SecurityRisk {

    private final BookRisk risk;
    private final int index;

    SecurityRisk(BookRisk risk, int index) {
        this.risk = risk;
        this.index = index;
    }

    /** {@return the security} */
    public Security security() {
        return risk.book().security(index);
    }

    /** {@return what one unit of its currency is worth in the reporting currency} */
    public double exchangeRate() {
        return risk.book().exchangeRate(index);
    }

    /** {@return remaining life to the last payment in years, by ACT/365 fixed} */
    public double maturityYears() {
        return risk.book().maturityYears(index);
    }

    /** {@return price with accrued interest, per 100} */
    public double dirtyPrice() {
        return risk.book().dirtyPrice(index);
    }

    /** {@return accrued interest per 100} */
    public double accruedInterest() {
        return risk.book().accruedInterest(index);
    }

    /** {@return spread over the curve, continuously compounded; 0 if it has no price of its own} */
    public double zSpread() {
        return risk.book().zSpread(index);
    }

    /** {@return loss per 100 when all zero rates rise by one basis point} */
    public double dv01() {
        return risk.dv01[index];
    }

    /** {@return loss per 100 when the Z-spread rises by one basis point} */
    public double cs01() {
        return risk.cs01[index];
    }

    /** {@return second derivative by the zero rates, per 100 and basis point squared} */
    public double convexity() {
        return risk.convexity[index];
    }

    /** {@return the keys of {@link #keyRateDv01}} */
    public KeyTenors keyTenors() {
        return risk.keyTenors();
    }

    /**
     * Returns a key-rate DV01.
     *
     * @param key the key, from 0
     * @return loss per 100 when the zero rates about the key rise by one basis point
     */
    public double keyRateDv01(int key) {
        return risk.keyRate(index, key);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: dirty %.6f, DV01 %.6f, CS01 %.6f, Z-spread %.2f bp",
                security().id(),
                dirtyPrice(),
                dv01(),
                cs01(),
                zSpread() * 1e4);
    }
}
