package io.bondtrader.security.access;

import io.bondtrader.security.access.duty.DutyHistory;
import io.bondtrader.security.access.duty.InMemoryDutyHistory;
import io.bondtrader.security.contract.DutyHistoryContract;

/** The history in memory keeps to the contract. */
final class InMemoryDutyHistoryTest extends DutyHistoryContract {
    @Override
    protected DutyHistory history() {
        return new InMemoryDutyHistory();
    }
}
