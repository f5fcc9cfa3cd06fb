package io.bondtrader.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.contract.YieldKernelContract;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.YieldKernel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VectorYieldKernelTest extends YieldKernelContract {

    private final VectorYieldKernel kernel = new VectorYieldKernel();

    @Override
    protected YieldKernel kernel() {
        return kernel;
    }

    @Test
    void aBookFindsTheKernelByItself() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-11-15", "2035-11-15");

        assertThat(BondBook.of(List.of(bond), LocalDate.of(2026, 3, 17)).yieldKernel())
                .isInstanceOf(VectorYieldKernel.class);
        assertThat(kernel.officialName()).startsWith("vector, ").endsWith(" lanes");
    }
}
