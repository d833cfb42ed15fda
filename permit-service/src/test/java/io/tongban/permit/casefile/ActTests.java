package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Due;
import io.tongban.permit.casefile.CaseState.NextLook;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.Result;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.deadline.ReviewReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every act in every state by every kind of actor, as docs/acts.md says. */
class ActTests {

    private static final LocalDate DAY = LocalDate.of(2017, 5, 8);
    private static final Received RECEIVED = new Received("clerk-1", null);
    private static final Pattern WORD = Pattern.compile("`?([A-Za-z_/-]+)`?");

    private final Map<String, Row> published = published();

    @Test
    void everyActIsPublished() {
        assertThat(published.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).map(Act::path).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachCell() {
        return Arrays.stream(Act.values())
                .flatMap(act -> states().entrySet().stream()
                        .map(state -> DynamicTest.dynamicTest(
                                act.path() + " in " + state.getKey(),
                                () -> isAsPublished(act, state.getKey(), state.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> eachActor() {
        return Arrays.stream(Act.values())
                .flatMap(act -> Arrays.stream(ActorKind.values())
                        .map(kind -> DynamicTest.dynamicTest(
                                act.path() + " by " + kind,
                                () -> assertThat(act.isOf(kind))
                                        .isEqualTo(row(act).by()
                                                .contains(kind.name().toLowerCase(Locale.ROOT))))));
    }

    private void isAsPublished(Act act, String name, CaseState state) {
        boolean possible = row(act).in().contains(name)
                || row(act).in().contains(state.status().name());

        assertThat(act.isAllowedIn(state)).isEqualTo(possible);
        if (!possible) {
            assertThat(ActGuard.refusal(act, state)
                            .type()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'))
                    .isIn(state instanceof Closed ? Set.of("case-closed") : row(act).otherwise());
        }
    }

    private Row row(Act act) {
        return published.getOrDefault(act.path(), new Row(Set.of(), Set.of(), Set.of()));
    }

    private static Map<String, CaseState> states() {
        Map<String, CaseState> states = new LinkedHashMap<>();
        Due due = new Due(DAY, false);
        Accepted accepted = new Accepted(RECEIVED, DAY, due);
        put(states, new Open(DAY), null);
        put(states, new Provisional(RECEIVED, DAY, new NextLook(DAY, Instant.EPOCH), null), null);
        put(states, accepted, null);
        for (ReviewReason reason : ReviewReason.values()) {
            put(states, new UnderReview(RECEIVED, reason, DAY, due, null), reason);
        }
        for (Verdict verdict : Verdict.values()) {
            put(states, new Decided(accepted, verdict, DAY, "reviewer-1", List.of()), verdict);
        }
        for (Result result : Result.values()) {
            put(states, new Closed(null, result, DAY, result.goesOn() ? new CaseId(UUID.randomUUID()) : null), result);
        }
        return states;
    }

    private static void put(Map<String, CaseState> states, CaseState state, @Nullable Enum<?> sub) {
        states.put(state.status() + (sub == null ? "" : "/" + sub.name()), state);
    }

    private static Map<String, Row> published() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/acts.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|", -1))
                    .collect(Collectors.toMap(
                            cells -> cells[1].replace("`", "").strip(),
                            cells -> new Row(words(cells[2]), words(cells[3]), words(cells[4])),
                            (one, other) -> {
                                throw new IllegalStateException("an act has two rows");
                            },
                            LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).collect(Collectors.toSet());
    }

    /** A row of the published table. */
    private record Row(Set<String> in, Set<String> by, Set<String> otherwise) {}
}
