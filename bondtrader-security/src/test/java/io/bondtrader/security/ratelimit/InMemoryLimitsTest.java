package io.bondtrader.security.ratelimit;

import io.bondtrader.security.contract.LimitStateContract;

final class InMemoryLimitsTest extends LimitStateContract {

    @Override
    protected LimitState state() {
        return new InMemoryLimits(System::nanoTime);
    }
}
