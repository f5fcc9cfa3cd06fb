package io.bondtrader.compliance.client;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.ClientChangeRefused;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The categories of clients and their requests for others, as the log says: each step is an event, and the state is made anew
 * from them. Less protection takes the client's request, the firm's warning, the client's separate acknowledgement, the test of
 * Annex II and the approval of a person who took none of the steps; more protection takes the request and the approval.
 *
 * <p>Source of the steps: Directive 2014/65/EU, Annex II, Sections I and II.2; Delegated Regulation (EU) 2017/565, Article 71.
 *
 * <p>Safe for use by many threads. Days are those of UTC.
 */
public final class ClientRegister {

    private static final String[] TAGS = {"mifid2", "client"};

    private final AuditJournal journal;
    private final CategoryTests tests;
    private final Map<String, ClientStanding> standings = new TreeMap<>();
    private final Map<String, CategoryRequest> open = new TreeMap<>();
    private long read;

    private ClientRegister(AuditJournal journal, CategoryTests tests) {
        this.journal = journal;
        this.tests = tests;
    }

    /**
     * Reads the categories of a log.
     *
     * @param journal writes to that log
     * @param tests decide by which law
     * @return the register
     */
    public static ClientRegister in(AuditJournal journal, CategoryTests tests) {
        ClientRegister register = new ClientRegister(journal, tests);
        register.catchUp();
        return register;
    }

    /**
     * Puts a client into the category that it has in itself: a new client, or one whose facts changed. A category that was
     * granted ends, and so does an open request.
     *
     * @param client the firm's name of the client
     * @param facts what is known
     * @param evidence where the documents are
     * @param reviewBy by which day it is looked at again
     * @param by the natural person who does it
     * @return where the client stands
     * @throws InvalidInput if the client has no name, no evidence is named or the review is not in the future
     */
    public synchronized ClientStanding categorise(
            String client, ClientFacts facts, List<String> evidence, LocalDate reviewBy, PersonId by) {
        catchUp();
        InvalidInput.unless(!client.isBlank(), "client", client, "not blank");
        requireEvidence(evidence);
        LocalDate today = requireFuture(reviewBy);
        CategoryAssessment itself = tests.inItself(facts, today);
        write(
                by,
                ClientEvent.CATEGORISED,
                client,
                Outcome.SUCCESS,
                ClientEvent.body(itself, facts, evidence, reviewBy));
        return standing(client);
    }

    /**
     * Notes a client's written request for another category.
     *
     * @param client whose
     * @param target which category
     * @param evidence where the request is
     * @param by the natural person who received it
     * @return the request
     * @throws ClientChangeRefused if the client is not known, has that category, or has a request open
     */
    public synchronized CategoryRequest request(
            String client, ClientCategory target, List<String> evidence, PersonId by) {
        catchUp();
        requireEvidence(evidence);
        ClientStanding standing = standing(client);
        if (open.containsKey(client)) {
            throw new ClientChangeRefused("client " + client + " has a request open");
        }
        if (standing.on(today()) == target) {
            throw new ClientChangeRefused("client " + client + " is " + target + " already");
        }
        return step(client, ClientEvent.REQUESTED, target, evidence, by);
    }

    /**
     * Notes that the firm warned the client in writing of the protection that it loses.
     *
     * @param client whom
     * @param evidence where the warning is
     * @param by the natural person who sent it
     * @return the request
     * @throws ClientChangeRefused if no request for less protection waits for it
     */
    public synchronized CategoryRequest warn(String client, List<String> evidence, PersonId by) {
        CategoryRequest request = waiting(client, CategoryRequestState.REQUESTED);
        requireEvidence(evidence);
        if (!lessProtection(request)) {
            throw new ClientChangeRefused("client " + client + " asks for more protection: nothing to warn of");
        }
        return step(client, ClientEvent.WARNED, request.target(), evidence, by);
    }

    /**
     * Notes that the client said, in a document of its own apart from the contract, that it knows what it loses.
     *
     * @param client who
     * @param evidence where the document is
     * @param by the natural person who received it
     * @return the request
     * @throws ClientChangeRefused if the client was not warned before
     */
    public synchronized CategoryRequest acknowledge(String client, List<String> evidence, PersonId by) {
        CategoryRequest request = waiting(client, CategoryRequestState.WARNED);
        requireEvidence(evidence);
        return step(client, ClientEvent.ACKNOWLEDGED, request.target(), evidence, by);
    }

    /**
     * Decides on a request: grants it if the test is passed, refuses it if not. For less protection the client was warned and
     * acknowledged; more protection is never refused by a test.
     *
     * @param client whose
     * @param facts what is known now
     * @param evidence where the assessment is
     * @param reviewBy by which day the category is looked at again
     * @param by the natural person who decides: none who took a step before; the attempt of one who did is logged
     * @return the outcome of the test
     * @throws ClientChangeRefused if no request waits for it or the same person took a step
     */
    public synchronized CategoryAssessment decide(
            String client, ClientFacts facts, List<String> evidence, LocalDate reviewBy, PersonId by) {
        catchUp();
        requireEvidence(evidence);
        LocalDate today = requireFuture(reviewBy);
        CategoryRequest request = openRequest(client);
        boolean less = lessProtection(request);
        CategoryRequestState needed = less ? CategoryRequestState.ACKNOWLEDGED : CategoryRequestState.REQUESTED;
        if (request.state() != needed) {
            throw new ClientChangeRefused("the request of client " + client + " is " + request.state());
        }
        CategoryAssessment outcome =
                less ? test(request.target(), facts, today) : granted(request.target(), facts, today);
        Map<String, Object> body = ClientEvent.body(outcome, facts, evidence, reviewBy);
        body.put("inItself", tests.inItself(facts, today).category());
        if (request.handledBy().contains(by.value())) {
            write(by, ClientEvent.APPROVED, client, Outcome.DENIED, body);
            throw new ClientChangeRefused("another person must decide on the request of client " + client);
        }
        write(by, outcome.passed() ? ClientEvent.APPROVED : ClientEvent.REJECTED, client, Outcome.SUCCESS, body);
        return outcome;
    }

    /**
     * Ends a request that the client took back.
     *
     * @param client whose
     * @param evidence where the client says so
     * @param by the natural person who received it
     * @throws ClientChangeRefused if no request is open
     */
    public synchronized void withdraw(String client, List<String> evidence, PersonId by) {
        catchUp();
        requireEvidence(evidence);
        CategoryRequest request = openRequest(client);
        write(by, ClientEvent.WITHDRAWN, client, Outcome.SUCCESS, ClientEvent.step(request.target(), evidence));
    }

    /** {@return the requests that wait for a step, by client} */
    public synchronized List<CategoryRequest> openRequests() {
        catchUp();
        return List.copyOf(open.values());
    }

    /**
     * Returns the clients whose review is due.
     *
     * @param day the day
     * @return where they stand, by client
     */
    public synchronized List<ClientStanding> reviewsDue(LocalDate day) {
        catchUp();
        return standings.values().stream()
                .filter(client -> client.reviewDue(day))
                .toList();
    }

    /** {@return the categories as they are now, for rules that must not wait} */
    public synchronized ClientCategories categories() {
        catchUp();
        return new ClientCategories(standings, read);
    }

    private CategoryAssessment test(ClientCategory target, ClientFacts facts, LocalDate today) {
        return target == ClientCategory.PROFESSIONAL
                ? tests.electiveProfessional(facts, today)
                : tests.electiveCounterparty(facts, today);
    }

    /** Whoever asks for more protection may have it: Annex II, Section I. */
    private CategoryAssessment granted(ClientCategory target, ClientFacts facts, LocalDate today) {
        return new CategoryAssessment(
                true, target, List.of(), tests.inItself(facts, today).citation());
    }

    private boolean lessProtection(CategoryRequest request) {
        return standing(request.client()).on(today()).protectsMoreThan(request.target());
    }

    private CategoryRequest waiting(String client, CategoryRequestState state) {
        catchUp();
        CategoryRequest request = openRequest(client);
        if (request.state() != state) {
            throw new ClientChangeRefused("the request of client " + client + " is " + request.state());
        }
        return request;
    }

    private CategoryRequest openRequest(String client) {
        return Optional.ofNullable(open.get(client))
                .orElseThrow(() -> new ClientChangeRefused("client " + client + " has no request open"));
    }

    private ClientStanding standing(String client) {
        return Optional.ofNullable(standings.get(client))
                .orElseThrow(() -> new ClientChangeRefused("client " + client + " was never categorised"));
    }

    private CategoryRequest step(
            String client, String action, ClientCategory target, List<String> evidence, PersonId by) {
        write(by, action, client, Outcome.SUCCESS, ClientEvent.step(target, evidence));
        return openRequest(client);
    }

    private void write(PersonId by, String action, String client, Outcome outcome, Map<String, Object> body) {
        journal.write(by.value(), action, client, outcome, body, TAGS);
        catchUp();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(journal.now(), ZoneOffset.UTC);
    }

    private LocalDate requireFuture(LocalDate reviewBy) {
        LocalDate today = today();
        InvalidInput.unless(reviewBy.isAfter(today), "review", reviewBy, "after " + today);
        return today;
    }

    private static void requireEvidence(List<String> evidence) {
        boolean named = !evidence.isEmpty() && evidence.stream().noneMatch(String::isBlank);
        InvalidInput.unless(named, "evidence", evidence, "one or more references");
    }

    private void catchUp() {
        AuditTrail trail = journal.log();
        long size = trail.checkpoint().size();
        if (read < size) {
            trail.readHeld(read, size, this::take, DeletedEventReader.IGNORE);
            read = size;
        }
    }

    private void take(LoggedEvent event) {
        if (event.record().outcome() != Outcome.SUCCESS
                || !ClientEvent.known(event.record().action())) {
            return;
        }
        ClientEvent told = ClientEvent.read(event);
        String client = event.record().resource();
        PersonId by = new PersonId(event.record().actor());
        CategoryRequest request = open.get(client);
        switch (event.record().action()) {
            case ClientEvent.CATEGORISED -> {
                standings.put(client, told.standing(told.category(), EventIndices.of(event.index())));
                open.remove(client);
            }
            case ClientEvent.REQUESTED ->
                open.put(
                        client,
                        new CategoryRequest(
                                client,
                                told.category(),
                                CategoryRequestState.REQUESTED,
                                Collections.unmodifiableSortedSet(new TreeSet<>(List.of(by.value()))),
                                EventIndices.of(event.index())));
            case ClientEvent.WARNED, ClientEvent.ACKNOWLEDGED -> {
                if (request != null) {
                    CategoryRequestState next = event.record().action().equals(ClientEvent.WARNED)
                            ? CategoryRequestState.WARNED
                            : CategoryRequestState.ACKNOWLEDGED;
                    open.put(client, request.next(next, by, event.index()));
                }
            }
            case ClientEvent.APPROVED -> {
                EventIndices from = EventIndices.of(event.index());
                EventIndices events = request == null ? from : request.events().union(from);
                standings.put(client, told.standing(told.inItself(), events));
                open.remove(client);
            }
            default -> open.remove(client);
        }
    }

    @Override
    public synchronized String toString() {
        return "ClientRegister[" + standings.size() + " clients, " + open.size() + " requests open]";
    }
}
