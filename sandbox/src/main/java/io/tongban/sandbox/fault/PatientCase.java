package io.tongban.sandbox.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A whole case at one desk, from the opening of the visit to the decision, by people who do not give up: what was not answered is sent again,
 * and where it may have been done, it is looked up before it is done again.
 */
public final class PatientCase {

    private static final String ITEM = "residence-permit";
    private static final Map<String, Object> PHOTO = Map.of("kind", "photo");
    private static final Set<String> TAKES_PAPERS = Set.of("OPEN", "PROVISIONAL");
    private static final int LOOKS = 20;

    private final Desk desk;
    private final Journal journal;

    public PatientCase(Desk desk, Journal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * Takes all steps, the same as {@code bench/run lifecycle}.
     *
     * @param before told of each step before it is sent
     */
    public Course run(Applicant applicant, BeforeStep before) throws InterruptedException {
        try {
            before.before(Step.OPEN_VISIT);
            Visit visit = openVisit();
            Answered received = atTheWindow(visit, applicant, before);
            switch (state(received)) {
                case "ACCEPTED" -> {}
                case "PROVISIONAL" -> {
                    return Course.WAITS;
                }
                default -> throw refused(Step.ACCEPT, "into " + state(received));
            }
            decide(id(received), before);
            return Course.GRANTED;
        } catch (BrokenOff | PatientCaller.GaveUp inTheJournal) {
            return Course.BROKEN_OFF;
        }
    }

    /**
     * Brings a case to its decision that a fault has left on its way, as a clerk does when the applicant comes once more: at another visit,
     * with the sources read anew.
     */
    public Course finish(UUID caseId, Applicant applicant) throws InterruptedException {
        try {
            Answered found = desk.reviewer().get(address(caseId), Map.of(), journal);
            if (TAKES_PAPERS.contains(state(found))) {
                found = atAnotherVisit(caseId, applicant);
            }
            if (state(found).equals("PROVISIONAL")) {
                return Course.WAITS;
            }
            if (!state(found).equals("DECIDED")) {
                decide(caseId, BeforeStep.NOTHING);
            }
            return Course.GRANTED;
        } catch (BrokenOff | PatientCaller.GaveUp inTheJournal) {
            return Course.BROKEN_OFF;
        }
    }

    private Answered atTheWindow(Visit visit, Applicant applicant, BeforeStep before) throws InterruptedException {
        try {
            before.before(Step.OPEN_CASE);
            Answered opened = openCase(visit, applicant);
            UUID caseId = id(opened);
            before.before(Step.ADD_PAPERS);
            Answered completed =
                    act(visit, Step.ADD_PAPERS, caseId, opened, Map.of("papers", List.of(contract(applicant))));
            before.before(Step.ACCEPT);
            Answered accepted = act(visit, Step.ACCEPT, caseId, completed, Map.of());
            before.before(Step.END_VISIT);
            endVisit(visit, accepted);
            return accepted;
        } catch (BrokenOff inTheJournal) {
            leave(visit);
            throw inTheJournal;
        }
    }

    private Answered atAnotherVisit(UUID caseId, Applicant applicant) throws InterruptedException {
        Visit visit = openVisit();
        try {
            Answered found = desk.clerk().get(address(caseId), visit.header(), journal);
            Answered completed = act(
                    visit,
                    Step.ADD_PAPERS,
                    caseId,
                    found,
                    Map.of("papers", List.of(contract(applicant), PHOTO), "readAnew", true));
            Answered after =
                    state(completed).equals("OPEN") ? act(visit, Step.ACCEPT, caseId, completed, Map.of()) : completed;
            endVisit(visit, after);
            return after;
        } catch (BrokenOff inTheJournal) {
            leave(visit);
            throw inTheJournal;
        }
    }

    private Visit openVisit() throws InterruptedException {
        Map<String, Object> body = Map.of("window", desk.window(), "item", ITEM, "present", "APPLICANT");
        String key = UUID.randomUUID().toString();
        boolean answerLost = false;
        for (int attempt = 0; attempt < LOOKS; attempt++) {
            Answered answer = desk.clerk().post("/api/v1/visits", body, Map.of("Idempotency-Key", key), journal);
            if (answer.status() == 201) {
                return opened(answer);
            }
            UUID open = uuid(answer.body().path("visit"));
            switch (answer.problem()) {
                case "idempotency-answer-lost" -> {
                    answerLost = true;
                    key = UUID.randomUUID().toString();
                }
                case "visit-still-open" -> {
                    if (answerLost) {
                        return renewed(open);
                    }
                    leave(new Visit(open, ""));
                }
                default -> throw refused(Step.OPEN_VISIT, answer);
            }
        }
        throw refused(Step.OPEN_VISIT, "again and again");
    }

    private Visit renewed(UUID visit) throws InterruptedException {
        Answered answer = desk.clerk().post("/api/v1/visits/" + visit + "/pass", Map.of(), Map.of(), journal);
        if (answer.status() != 200) {
            throw refused(Step.OPEN_VISIT, answer);
        }
        return opened(answer);
    }

    private Visit opened(Answered answer) {
        Visit visit = new Visit(id(answer), answer.body().path("pass").asString(""));
        journal.told(new Act(Step.OPEN_VISIT, visit.id(), null));
        return visit;
    }

    private Answered openCase(Visit visit, Applicant applicant) throws InterruptedException {
        Answered answer = patiently(
                visit.id(),
                desk.clerk(),
                "/api/v1/cases",
                Map.of(
                        "item", ITEM,
                        "route", "employment",
                        "applicant", Map.of("name", applicant.name(), "idNumber", applicant.idNumber()),
                        "residence", Map.of("division", "330104008008", "registeredOn", "2016-05-12"),
                        "papers", List.of(PHOTO)),
                visit.header("Idempotency-Key", UUID.randomUUID().toString()));
        if (answer.problem().equals("idempotency-answer-lost")) {
            journal.unanswered(visit.id());
            throw new BrokenOff(); // the case is there, and its clerk was not told which one it is
        }
        if (answer.status() != 201) {
            throw refused(Step.OPEN_CASE, answer);
        }
        journal.told(new Act(Step.OPEN_CASE, visit.id(), id(answer)));
        return answer;
    }

    /** An act at the window on a version of the case; done once, however often it is sent. */
    private Answered act(Visit visit, Step step, UUID caseId, Answered seen, Object body) throws InterruptedException {
        return act(desk.clerk(), visit.header(), new Act(step, visit.id(), caseId), seen, body);
    }

    private Answered act(PatientCaller caller, Map<String, String> headers, Act act, Answered seen, Object body)
            throws InterruptedException {
        UUID caseId = id(seen);
        String tag = seen.entityTag();
        for (int look = 0; look < LOOKS; look++) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put("If-Match", tag);
            Answered answer = patiently(caseId, caller, address(caseId) + "/" + path(act.step()), body, all);
            if (answer.status() == 200) {
                journal.told(act);
                return answer;
            }
            if (answer.status() != 409 && answer.status() != 412) {
                throw refused(act.step(), answer);
            }
            Answered now = caller.get(address(caseId), headers, journal);
            if (answer.unsure() && isOnRecord(caller, headers, act, caseId)) {
                journal.told(act);
                return now;
            }
            if (answer.status() == 409 || now.status() != 200) {
                throw refused(act.step(), answer);
            }
            if (act.step() == Step.ADD_PAPERS && !TAKES_PAPERS.contains(state(now))) {
                return now; // it has settled by itself meanwhile
            }
            tag = now.entityTag(); // the service itself has moved the case on
        }
        throw refused(act.step(), "again and again");
    }

    private boolean isOnRecord(PatientCaller caller, Map<String, String> headers, Act act, UUID caseId)
            throws InterruptedException {
        String visit = Objects.toString(act.visit(), "");
        for (JsonNode event : caller.get(address(caseId) + "/ledger?limit=200", headers, journal)
                .body()
                .path("items")) {
            boolean inTheVisit = event.path("visit").asString("").equals(visit);
            if (inTheVisit
                    && Stored.typesOf(act.step()).contains(event.path("type").asString())) {
                return true;
            }
        }
        return false;
    }

    private void endVisit(Visit visit, Answered file) throws InterruptedException {
        List<String> criteria = new ArrayList<>();
        List<Map<String, String>> checked = new ArrayList<>();
        for (JsonNode criterion : file.body().path("assessment").path("criteria")) {
            String id = criterion.path("id").asString();
            criteria.add(id);
            checked.add(Map.of("criterion", id, "state", criterion.path("state").asString()));
        }
        Answered answer = end(visit, Map.of("case", id(file).toString(), "toCheck", criteria, "checked", checked));
        if (answer.status() != 200 && !isEndedBefore(answer)) {
            throw refused(Step.END_VISIT, answer);
        }
        journal.told(new Act(Step.END_VISIT, visit.id(), null));
    }

    /** Or the clerk could open no other visit. */
    private void leave(Visit visit) throws InterruptedException {
        Answered answer = end(
                visit,
                Map.of("toCheck", List.of("identity"), "checked", List.of(), "reason", "what was due was not done"));
        if (answer.status() == 200) {
            journal.told(new Act(Step.END_VISIT, visit.id(), null));
        }
    }

    private Answered end(Visit visit, Map<String, Object> body) throws InterruptedException {
        return patiently(visit.id(), desk.clerk(), "/api/v1/visits/" + visit.id() + "/end", body, Map.of());
    }

    private static boolean isEndedBefore(Answered answer) {
        return answer.unsure() && answer.problem().equals("visit-already-ended");
    }

    private void decide(UUID caseId, BeforeStep before) throws InterruptedException {
        before.before(Step.READ);
        Answered read = desk.reviewer().get(address(caseId), Map.of(), journal);
        if (read.status() != 200) {
            throw refused(Step.READ, read);
        }
        before.before(Step.DECIDE);
        act(desk.reviewer(), Map.of(), new Act(Step.DECIDE, null, caseId), read, Map.of("decision", "GRANTED"));
    }

    /** @param about the visit or the case of which something may have been done if it is not answered */
    private Answered patiently(UUID about, PatientCaller caller, String path, Object body, Map<String, String> headers)
            throws InterruptedException {
        try {
            return caller.post(path, body, headers, journal);
        } catch (PatientCaller.GaveUp gaveUp) {
            journal.unanswered(about);
            throw gaveUp;
        }
    }

    private BrokenOff refused(Step step, Answered answer) {
        return refused(step, answer.status() + " " + answer.problem());
    }

    private BrokenOff refused(Step step, String why) {
        journal.refused(step + " " + why);
        return new BrokenOff();
    }

    private static Map<String, Object> contract(Applicant applicant) {
        return Map.of("kind", "labour-contract", "unit", applicant.unit(), "from", "2016-04-05", "until", "2019-04-04");
    }

    private static String path(Step step) {
        return switch (step) {
            case ADD_PAPERS -> "papers";
            case ACCEPT -> "acceptance";
            case DECIDE -> "decision";
            case OPEN_VISIT, OPEN_CASE, END_VISIT, READ ->
                throw new IllegalArgumentException(step + " is no act on a case");
        };
    }

    private static String address(UUID caseId) {
        return "/api/v1/cases/" + caseId;
    }

    private static String state(Answered file) {
        return file.body().path("state").asString("");
    }

    private static UUID id(Answered answer) {
        return uuid(answer.body().path("id"));
    }

    private static UUID uuid(JsonNode id) {
        String text = id.asString("");
        return text.isEmpty() ? new UUID(0, 0) : UUID.fromString(text);
    }

    /** An open visit and its pass. */
    private record Visit(UUID id, String pass) {

        Map<String, String> header() {
            return Map.of("Visit-Pass", pass);
        }

        Map<String, String> header(String name, String value) {
            return Map.of("Visit-Pass", pass, name, value);
        }

        @Override
        public String toString() {
            return "Visit[" + id + "]";
        }
    }

    /** The case cannot go on; the journal has why. */
    private static final class BrokenOff extends RuntimeException {

        private BrokenOff() {
            super("broken off", null, false, false);
        }
    }
}
