package io.bondtrader.core.verify;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.Sensitivities;
import java.util.List;

/** What is verified: the pricing itself, or in the mutation drill a copy with a fault. */
interface PrimaryPath {

    double accruedInterest();

    double dirtyPriceFromYield(double yield);

    double yieldFromDirtyPrice(double dirtyPrice);

    Sensitivities sensitivities(double yield);

    List<CashFlow> cashFlows();

    double averageLife();

    /** The steps that the solver takes to a price; asked only for evidence. */
    default int iterations(double dirtyPrice) {
        return 0;
    }

    /** The pricing itself. */
    static PrimaryPath of(BondPricing pricing) {
        return new Itself(pricing);
    }

    /** Hands every call on. */
    record Itself(BondPricing pricing) implements PrimaryPath {

        @Override
        public double accruedInterest() {
            return pricing.accruedInterest();
        }

        @Override
        public double dirtyPriceFromYield(double yield) {
            return pricing.dirtyPriceFromYield(yield);
        }

        @Override
        public double yieldFromDirtyPrice(double dirtyPrice) {
            return pricing.yieldFromDirtyPrice(dirtyPrice);
        }

        @Override
        public int iterations(double dirtyPrice) {
            return pricing.solveYieldFromDirtyPrice(dirtyPrice).iterations();
        }

        @Override
        public Sensitivities sensitivities(double yield) {
            return pricing.sensitivities(yield);
        }

        @Override
        public List<CashFlow> cashFlows() {
            return pricing.cashFlows();
        }

        @Override
        public double averageLife() {
            return pricing.averageLife();
        }
    }
}
