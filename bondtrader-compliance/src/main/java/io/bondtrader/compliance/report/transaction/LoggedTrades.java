package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.MissingData;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a log tells of trades, the latest of each. For one thread. */
final class LoggedTrades {

    /** An event, its place and its id. */
    record Placed<T extends TradeEvent>(T event, EventIndices index, UUID id) {}

    private final Map<String, Placed<TradeEvent.ClientRecorded>> clients = new TreeMap<>();
    private final Map<String, Placed<TradeEvent.EmployeeRecorded>> employees = new TreeMap<>();
    private final Map<Isin, Placed<TradeEvent.InstrumentRecorded>> bonds = new HashMap<>();
    private final Map<String, Placed<TradeEvent.OrderReceived>> orders = new TreeMap<>();
    private final Map<TransactionReference, Placed<TradeEvent.OrderExecuted>> executions = new TreeMap<>();
    private final Map<TransactionReference, Placed<TradeEvent.OrderAllocated>> allocations = new TreeMap<>();

    void add(LoggedEvent logged) {
        // What was refused or failed was not done.
        if (logged.record().outcome() != Outcome.SUCCESS) {
            return;
        }
        TradeEvent event =
                TradeEvent.read(logged.record().action(), logged.record().body());
        EventIndices index = EventIndices.of(logged.index());
        UUID id = logged.record().id();
        if (event instanceof TradeEvent.ClientRecorded client) {
            clients.put(client.client(), new Placed<>(client, index, id));
        } else if (event instanceof TradeEvent.EmployeeRecorded employee) {
            employees.put(employee.employee(), new Placed<>(employee, index, id));
        } else if (event instanceof TradeEvent.InstrumentRecorded bond) {
            bonds.put(bond.isin(), new Placed<>(bond, index, id));
        } else if (event instanceof TradeEvent.OrderReceived order) {
            orders.put(order.order(), new Placed<>(order, index, id));
        } else if (event instanceof TradeEvent.OrderExecuted execution) {
            executions.put(execution.execution(), new Placed<>(execution, index, id));
        } else if (event instanceof TradeEvent.OrderAllocated allocation) {
            allocations.put(allocation.allocation(), new Placed<>(allocation, index, id));
        }
    }

    Map<TransactionReference, Placed<TradeEvent.OrderExecuted>> executions() {
        return executions;
    }

    Map<TransactionReference, Placed<TradeEvent.OrderAllocated>> allocations() {
        return allocations;
    }

    /** The executions whose bonds were given to clients one by one. */
    Set<TransactionReference> allocatedExecutions() {
        return allocations.values().stream()
                .map(allocation -> allocation.event().execution())
                .collect(Collectors.toUnmodifiableSet());
    }

    Placed<TradeEvent.OrderExecuted> execution(TransactionReference name) {
        return found(executions.get(name), "execution", name.text());
    }

    Placed<TradeEvent.OrderReceived> order(String name) {
        return found(orders.get(name), "order", name);
    }

    Placed<TradeEvent.InstrumentRecorded> bond(Isin isin) {
        return found(bonds.get(isin), "instrument", isin.value());
    }

    /** Whether a bond is admitted to trading or traded on a venue; one that is not known counts as that. */
    boolean admitted(Isin isin) {
        Placed<TradeEvent.InstrumentRecorded> bond = bonds.get(isin);
        return bond == null || bond.event().admitted();
    }

    Placed<TradeEvent.ClientRecorded> client(String name) {
        return found(clients.get(name), "client", name);
    }

    Placed<TradeEvent.EmployeeRecorded> employee(String name) {
        return found(employees.get(name), "employee", name);
    }

    private static <T extends TradeEvent> Placed<T> found(@Nullable Placed<T> placed, String kind, String name) {
        if (placed == null) {
            throw new MissingData("The log does not tell of " + kind + " " + name);
        }
        return placed;
    }
}
