package io.tongban.bench.lifecycle;

import io.tongban.bench.load.Steps;
import io.tongban.bench.load.Work;
import io.tongban.bench.network.Caller;
import io.tongban.bench.network.Caller.Answer;
import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.network.CityWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A case from the opening of the visit to the decision, of a new person each time: visit, case without the contract, the contract,
 * acceptance, end of the visit; then a reviewer of the responsible authority reads it and grants it.
 */
public final class WholeCase implements Work {

    private static final String ITEM = "residence-permit";

    private static final Map<String, Object> PHOTO = Map.of("kind", "photo");

    private static final Map<String, Object> CONTRACT =
            Map.of("kind", "labour-contract", "unit", "30010003", "from", "2016-04-05", "until", "2019-04-04");

    private final List<Desk> desks;
    private final Newcomers newcomers;

    private WholeCase(List<Desk> desks, Newcomers newcomers) {
        this.desks = desks;
        this.newcomers = newcomers;
    }

    /** With a clerk and a reviewer for each worker; the clerks sit at windows of all four tiers in turn. */
    public static WholeCase of(CityNetwork network, int workers, Newcomers newcomers)
            throws IOException, InterruptedException {
        List<CityWindow> windows = CityWindow.inTurn(network);
        List<Desk> desks = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            desks.add(Desk.at(network, windows.get(worker % windows.size()), worker));
        }
        return new WholeCase(desks, newcomers);
    }

    @Override
    public void once(int worker, Steps steps) throws IOException, InterruptedException {
        Desk desk = desks.get(worker);
        long began = System.nanoTime();
        JsonNode visit = desk.clerk()
                .post("/api/v1/visits", Map.of("window", desk.window(), "item", ITEM, "present", "APPLICANT"))
                .creating()
                .expect(201)
                .body();
        steps.took("1 open visit", began);
        String pass = visit.path("pass").asString();
        try {
            Answer accepted = received(desk, pass, steps);
            JsonNode file = accepted.body();
            end(desk, visit, file, steps);
            if (!file.path("state").asString().equals("ACCEPTED")) {
                throw new Failed("was " + file.path("state").asString());
            }
            decide(desk, file.path("id").asString(), steps);
        } catch (Failed failed) {
            endAfterFailure(desk, visit);
            throw failed;
        }
    }

    private Answer received(Desk desk, String pass, Steps steps) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Answer opened = desk.clerk()
                .post(
                        "/api/v1/cases",
                        Map.of(
                                "item", ITEM,
                                "route", "employment",
                                "applicant", Map.of("name", Newcomers.NAME, "idNumber", newcomers.next()),
                                "residence", Map.of("division", "330104008008", "registeredOn", "2016-05-12"),
                                "papers", List.of(PHOTO)))
                .creating()
                .with("Visit-Pass", pass)
                .expect(201);
        steps.took("2 open case", began);
        String address = "/api/v1/cases/" + opened.body().path("id").asString();
        began = System.nanoTime();
        Answer completed = desk.clerk()
                .post(address + "/papers", Map.of("papers", List.of(CONTRACT)))
                .with("Visit-Pass", pass)
                .with("If-Match", opened.entityTag())
                .expect(200);
        steps.took("3 add papers", began);
        began = System.nanoTime();
        Answer accepted = desk.clerk()
                .post(address + "/acceptance", Map.of())
                .with("Visit-Pass", pass)
                .with("If-Match", completed.entityTag())
                .expect(200);
        steps.took("4 accept", began);
        return accepted;
    }

    private static void end(Desk desk, JsonNode visit, JsonNode file, Steps steps)
            throws IOException, InterruptedException {
        List<String> criteria = new ArrayList<>();
        List<Map<String, String>> checked = new ArrayList<>();
        for (JsonNode criterion : file.path("assessment").path("criteria")) {
            String id = criterion.path("id").asString();
            criteria.add(id);
            checked.add(Map.of("criterion", id, "state", criterion.path("state").asString()));
        }
        long began = System.nanoTime();
        desk.clerk()
                .post(
                        "/api/v1/visits/" + visit.path("id").asString() + "/end",
                        Map.of("case", file.path("id").asString(), "toCheck", criteria, "checked", checked))
                .expect(200);
        steps.took("5 end visit", began);
    }

    private static void decide(Desk desk, String id, Steps steps) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Answer read = desk.reviewer().get("/api/v1/cases/" + id).expect(200);
        steps.took("6 read case", began);
        began = System.nanoTime();
        desk.reviewer()
                .post("/api/v1/cases/" + id + "/decision", Map.of("decision", "GRANTED"))
                .with("If-Match", read.entityTag())
                .expect(200);
        steps.took("7 decide", began);
    }

    /** Or the clerk could open no other visit. */
    private static void endAfterFailure(Desk desk, JsonNode visit) throws IOException, InterruptedException {
        try {
            desk.clerk()
                    .post(
                            "/api/v1/visits/" + visit.path("id").asString() + "/end",
                            Map.of(
                                    "toCheck",
                                    List.of("identity"),
                                    "checked",
                                    List.of(),
                                    "code",
                                    "OTHER",
                                    "reason",
                                    "an answer was not the one expected"))
                    .expect(200);
        } catch (Failed already) {
            // It had ended before the failure, or the service cannot be asked: the next visit shows it.
        }
    }

    /** A window's clerk, and a reviewer of the authority for the residence of all newcomers. */
    private record Desk(String window, Caller clerk, Caller reviewer) {

        static Desk at(CityNetwork network, CityWindow window, int number) {
            return new Desk(
                    window.id(),
                    new Caller(
                            network,
                            window.clerk(network, "bench-clerk-" + number).sign()),
                    new Caller(
                            network,
                            CityWindow.reviewer(network, "bench-reviewer-" + number)
                                    .sign()));
        }
    }
}
