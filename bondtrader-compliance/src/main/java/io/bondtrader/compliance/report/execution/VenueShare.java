package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.EventIndices;
import java.math.BigDecimal;

/**
 * A venue's part of a class, in the order of volume. Immutable.
 *
 * @param clientClass of clients
 * @param instrumentClass of bonds
 * @param currency of the nominal
 * @param rank from 1
 * @param venue which
 * @param volumePct nominal executed there in per cent of the class
 * @param fillsPct executions there in per cent of the class
 * @param effectiveSpreadBp its average effective spread, positive is a cost
 * @param aboveCheapestBp that above the cheapest venue of the class: what a review of the policy looks at first
 * @param events from which events
 */
public record VenueShare(
        String clientClass,
        String instrumentClass,
        String currency,
        int rank,
        String venue,
        BigDecimal volumePct,
        BigDecimal fillsPct,
        BigDecimal effectiveSpreadBp,
        BigDecimal aboveCheapestBp,
        EventIndices events) {}
