package io.tongban.bench.fault;

import io.tongban.bench.fault.Wires.Way;
import io.tongban.sandbox.fault.Kill;
import io.tongban.sandbox.fault.Sources;
import io.tongban.sandbox.fault.Step;
import io.tongban.sandbox.network.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** All faults, in the order in which they are made: those that set clocks come last, for their traces stay in the database a while. */
final class Faults {

    private static final int LONGEST_INTO_MILLIS = 250;
    private static final Duration JUMP = Duration.ofMinutes(5);

    private static final List<Part> SERVICES =
            List.of(Part.GATEWAY, Part.PERMIT_SERVICE, Part.COMMUNITY_SERVICE, Part.INSURANCE_ADAPTER);

    private final long seed;
    private final Pace pace;

    /** How much of it is made. */
    enum Pace {
        WHOLE,
        /** One kill of each service, and shorter times. */
        QUICK;

        Duration of(int seconds) {
            return Duration.ofSeconds(this == WHOLE ? seconds : Math.max(5, seconds / 3));
        }
    }

    Faults(long seed, Pace pace) {
        this.seed = seed;
        this.pace = pace;
    }

    List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        SERVICES.forEach(service -> all.add(killed(service)));
        all.addAll(databases());
        all.addAll(sources());
        all.add(new Fault(
                "keycloak-away",
                "Keycloak ends and comes back after " + pace.of(60).toSeconds() + " s",
                "Whoever has a token works on; nobody can sign in (the address does not answer) until Keycloak is started again."
                        + " Services keep its keys for 4 h, and their own tokens to their end (5 min): after it cases wait for their sources.",
                Sources.MAY_BE_SILENT,
                Harm.away(Part.KEYCLOAK, "TERM", pace.of(60))));
        all.add(new Fault(
                "two-schedulers",
                "two replicas of permit-service have cases to settle on the same morning, and one of them is killed",
                "Nothing: each case is settled by one replica; what a dead one had begun is taken up by the other within 25 s.",
                Sources.MAY_BE_SILENT,
                new TwoSchedulers(pace.of(15))));
        CutWay.all().forEach(cut -> all.add(cut(cut)));
        all.add(clocks(
                "clocks-ahead",
                JUMP,
                "5 min ahead",
                "Tokens that live for 5 min are not believed by a service whose clock is ahead: cases wait for their sources. Set the clock by NTP; once"
                        + " it is back, rounds of due work come up to 5 min late."));
        all.add(
                clocks(
                        "clocks-behind",
                        JUMP.negated(),
                        "5 min behind",
                        "Rounds of due work come up to 5 min late, and what is recorded bears the wrong time. Set the clock by NTP."));
        return all;
    }

    private Fault killed(Part service) {
        String name = service.label();
        return new Fault(
                "kill-" + name,
                "SIGKILL to " + name + ", " + (pace == Pace.WHOLE ? "before each step of a case and within it" : "once")
                        + ", and a start at once",
                switch (service) {
                    case GATEWAY ->
                        "Connections break, and windows send their calls again; the platform starts it again, nothing is to be done.";
                    case INSURANCE_ADAPTER ->
                        "Cases of these seconds are received provisionally and settle by themselves; nothing is to be done.";
                    default ->
                        "Calls are answered 503 service-not-reached or 502 service-answer-broken for some seconds, and sent again; nothing is to be done.";
                },
                service == Part.INSURANCE_ADAPTER ? Sources.MAY_BE_SILENT : Sources.ANSWER,
                Harm.kills(kills(service)));
    }

    /** Before each step and within it, in an order that the seed gives. */
    private List<Kill> kills(Part service) {
        Random random = new Random(seed + service.label().hashCode());
        List<Kill> kills = new ArrayList<>();
        for (Step step : EnumSet.allOf(Step.class)) {
            kills.add(new Kill(step, List.of(service), Duration.ZERO));
            kills.add(new Kill(step, List.of(service), Duration.ofMillis(1 + random.nextInt(LONGEST_INTO_MILLIS))));
        }
        Collections.shuffle(kills, random);
        return pace == Pace.WHOLE ? kills : kills.subList(0, 1);
    }

    private List<Fault> databases() {
        return List.of(
                new Fault(
                        "postgresql-restarted",
                        "PostgreSQL is shut down fast, and started",
                        "503 unavailable while it is away; the services connect again by themselves.",
                        Sources.MAY_BE_SILENT,
                        Harm.away(Part.POSTGRESQL, "INT", Duration.ZERO)),
                new Fault(
                        "postgresql-crashed",
                        "PostgreSQL ends without a checkpoint, is away for "
                                + pace.of(10).toSeconds() + " s, and recovers from its log",
                        "503 unavailable while it is away or recovers; the services connect again by themselves.",
                        Sources.MAY_BE_SILENT,
                        Harm.away(Part.POSTGRESQL, "QUIT", pace.of(10))),
                new Fault(
                        "disk-full",
                        "no byte is free for cases and their ledgers for "
                                + pace.of(15).toSeconds() + " s",
                        "503 unavailable for every act on a case, reads go on, the log of the service says 53100: make room; nothing is to be restarted.",
                        Sources.ANSWER,
                        new FullDisk(pace.of(15))));
    }

    private List<Fault> sources() {
        Duration lasts = pace.of(20);
        Way way = new Way(Part.INSURANCE_ADAPTER, Part.BUREAUX);
        return List.of(
                new Fault(
                        "bureau-slow",
                        "bureaux take 4 s for a page, for " + lasts.toSeconds() + " s",
                        "Cases are received provisionally, and settle by themselves; ask the bureau, its metric of answers says SILENT.",
                        Sources.MAY_BE_SILENT,
                        Harm.lasting(
                                lasts, network -> network.bureaux("SLOW"), network -> network.bureaux("TRUTHFUL"))),
                new Fault(
                        "bureau-dead",
                        "bureaux refuse connections for " + lasts.toSeconds() + " s",
                        "Cases are received provisionally, and settle by themselves; the breaker of the source is open, and a bureau that is back is asked again after 20 s at the latest.",
                        Sources.MAY_BE_SILENT,
                        Harm.lasting(
                                lasts,
                                network -> network.wires().of(way).die(),
                                network -> network.wires().of(way).mend())),
                new Fault(
                        "bureau-lying",
                        "bureaux show a row fewer than they count, for " + lasts.toSeconds() + " s",
                        "Cases are received provisionally: a page that contradicts itself is silence, and refuses nobody. Tell the bureau; a lie without a contradiction cannot be told from the truth.",
                        Sources.MAY_BE_SILENT,
                        Harm.lasting(
                                lasts, network -> network.bureaux("LYING"), network -> network.bureaux("TRUTHFUL"))),
                new Fault(
                        "adapter-frozen",
                        "insurance-adapter is stopped (SIGSTOP) for " + lasts.toSeconds() + " s",
                        "Acts that ask a source take 10 s, then cases are received provisionally; end a replica that hangs, as its liveness probe does.",
                        Sources.MAY_BE_SILENT,
                        Harm.lasting(
                                lasts,
                                network -> network.parts().signal(Part.INSURANCE_ADAPTER, "STOP"),
                                network -> network.parts().signal(Part.INSURANCE_ADAPTER, "CONT"))));
    }

    private Fault cut(CutWay cut) {
        Way way = cut.way();
        Duration lasts = pace.of(cut.seconds());
        return new Fault(
                "cut-" + way.label(),
                "nothing passes between " + way.from().label() + " and "
                        + way.to().label() + " for " + lasts.toSeconds() + " s; what was sent arrives afterwards",
                cut.operator(),
                cut.sources(),
                Harm.lasting(
                        lasts,
                        network -> network.wires().of(way).cut(),
                        network -> network.wires().of(way).mend()));
    }

    private Fault clocks(String name, Duration ahead, String words, String operator) {
        Duration lasts = pace.of(12);
        return new Fault(
                name,
                "the wall clock of each service in turn jumps to " + words + ", and back after " + lasts.toSeconds()
                        + " s",
                operator,
                Sources.MAY_BE_SILENT,
                new JumpingNodes(SERVICES, ahead, lasts));
    }
}
