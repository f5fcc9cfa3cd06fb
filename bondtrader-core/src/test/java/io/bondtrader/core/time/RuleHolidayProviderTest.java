package io.bondtrader.core.time;

import io.bondtrader.core.contract.HolidayProviderContract;

final class RuleHolidayProviderTest extends HolidayProviderContract {

    @Override
    protected HolidayProvider provider() {
        return new RuleHolidayProvider();
    }
}
