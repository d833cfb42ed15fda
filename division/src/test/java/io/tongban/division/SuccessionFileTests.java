package io.tongban.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published changes: what matching gives, that the file is that, and what a file must not say. */
class SuccessionFileTests {

    private static final Path PUBLISHED = Path.of("src", "main", "resources", "network", "succession.csv");
    private static final Path BY_HAND = Path.of("src", "test", "resources", "succession-by-hand.csv");

    private final DivisionList of2016 = DivisionList.of(2016);
    private final DivisionList of2023 = DivisionList.of(2023);
    private final List<DivisionChange> byHand = read(BY_HAND);
    private final ListMatching matching = new ListMatching(2016, 2023, byHand);

    @Test
    void everyStreetIsMatchedByItsName() {
        assertThat(of2016.of("street")).hasSize(195);
        assertThat(matching.streets()).hasSize(195);
        assertThat(recoded(matching.streets())).isEqualTo(49);
        assertThat(matching.streetsLeft()).containsExactly("330109015000");
    }

    @Test
    void communitiesAreMatchedByTheirNameInTheStreetThatFollows() {
        assertThat(of2016.of("community")).hasSize(3165);
        assertThat(matching.communities()).hasSize(2871);
        assertThat(recoded(matching.communities())).isEqualTo(752);
        assertThat(matching.communitiesLeftEarlier()).hasSize(294);
        assertThat(matching.communitiesLeftLater()).hasSize(449);
    }

    @Test
    void whatIsLeftIsToldByHand() {
        assertThat(matching.codesUnderAnotherName())
                .hasSize(45)
                .allSatisfy(code -> assertThat(byHand).anySatisfy(change -> {
                    assertThat(change.kind()).isEqualTo(ChangeKind.RENAMED);
                    assertThat(List.of(code, code)).isEqualTo(List.of(from(change), to(change)));
                }));
        Map<String, String> moved = byHand.stream()
                .filter(change -> change.kind() == ChangeKind.MOVED)
                .collect(Collectors.toMap(SuccessionFileTests::from, SuccessionFileTests::to));
        assertThat(matching.namesInAnotherStreet())
                .hasSize(12)
                .containsEntry("330182108002", "330106010039")
                .containsAllEntriesOf(moved);
        assertThat(moved).hasSize(11).doesNotContainKey("330182108002");
    }

    @Test
    void aDivisionOfTheSameNameInAnotherDistrictIsAnother() {
        assertThat(published())
                .filteredOn(change -> "330182108002".equals(change.from()) || "330106010039".equals(change.to()))
                .extracting(DivisionChange::kind)
                .containsExactlyInAnyOrder(ChangeKind.ABOLISHED, ChangeKind.CREATED);
    }

    /** With {@code -Dsuccession.write=true} the file is written anew. */
    @Test
    void thePublishedFileIsWhatMatchingGives() throws IOException {
        String matched = SuccessionFile.write(matching.changes());
        if (Boolean.getBoolean("succession.write")) {
            Files.writeString(PUBLISHED, matched);
        }
        assertThat(PUBLISHED).hasContent(matched);
    }

    @Test
    void everyCodeThatCameOrWentIsTold() {
        Set<String> ended = published().stream().map(DivisionChange::from).collect(Collectors.toSet());
        Set<String> begun = published().stream().map(DivisionChange::to).collect(Collectors.toSet());

        assertThat(codesOf(of2016))
                .filteredOn(code -> !of2023.has(code))
                .isNotEmpty()
                .isSubsetOf(ended);
        assertThat(codesOf(of2023))
                .filteredOn(code -> !of2016.has(code))
                .isNotEmpty()
                .isSubsetOf(begun);
    }

    @Test
    void everyKindIsCounted() {
        assertThat(published().stream().collect(Collectors.groupingBy(DivisionChange::kind, Collectors.counting())))
                .containsOnly(
                        Map.entry(ChangeKind.RECODED, 1 + 49 + 752L),
                        Map.entry(ChangeKind.MERGED, 2L),
                        Map.entry(ChangeKind.SPLIT, 5L),
                        Map.entry(ChangeKind.RENAMED, 45 + 6L),
                        Map.entry(ChangeKind.MOVED, 11L),
                        Map.entry(ChangeKind.ABOLISHED, 294 - 45 - 6 - 11L),
                        Map.entry(ChangeKind.CREATED, 1 + 449 - 45 - 6 - 11L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "330110,330110,SPLIT,main,2021-04-09,x;330110,330113,SPLIT,main,2021-04-09,x"
                        + " | :3: two parts are 'main' on 2021-04-09: 330110 to 330110 and 330110 to 330113",
                "330104,330102,MERGED,,2021-04-09,x;330104,330114,RECODED,,2021-04-09,x"
                        + " | :3: two changes contradict each other on 2021-04-09",
                "330104,330114,RECODED,,2021-04-09,x;330109,330114,RECODED,,2021-04-09,x"
                        + " | :3: two changes contradict each other on 2021-04-09",
                "330102,330103,RECODED,,2017-01-01,x;330103,330104,RECODED,,2018-01-01,x;330104,330102,MERGED,,2019-01-01,x"
                        + " | is a cycle",
                "330102,330103,RECODED,,2017-01-01,x;330103,330102,RECODED,,2017-01-01,x | is a cycle",
                "330199,330102,MERGED,,2021-04-09,x | :2: no official list has the code '330199'",
                "330102,330199,RECODED,,2021-04-09,x | :2: no official list has the code '330199'",
                "330102,330103,CHANGED,,2021-04-09,x | :2: 'CHANGED' is none of [RECODED,",
                "330102,330103,SPLIT,yes,2021-04-09,x | :2: 'yes' is neither 'main' nor empty",
                "330102,330103,MERGED,main,2021-04-09,x | :2: only a part of a SPLIT is 'main'",
                "330102,330103,RECODED,,2021-02-29,x | :2: '2021-02-29' is no day",
                "330102,330103,RECODED,,2021-04-09, | :2: 'basis' is empty",
                "330102,330103,RECODED,,2021-04-09 | :2: there are 5 fields instead of 6",
                "330102,,RECODED,,2021-04-09,x | :2: every change but ABOLISHED has a 'to'",
                ",330102,RECODED,,2021-04-09,x | :2: every change but CREATED has a 'from'",
                "330102,330103,ABOLISHED,,2021-04-09,x | :2: every change but ABOLISHED has a 'to'",
                "330102,330102,RECODED,,2021-04-09,x | :2: a change from 330102 to itself",
            })
    void refusesAFileThatCannotBe(String lines, String told) {
        String text = String.join(",", SuccessionFile.COLUMNS) + "\n" + lines.replace(';', '\n');

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("changes.csv:")
                .withMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from,to,kind,on,basis\n"})
    void refusesOtherColumns(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessage("changes.csv:1: the columns must be [from, to, kind, main, on, basis]");
    }

    private static List<DivisionChange> read(String text) {
        Set<String> districts = Set.of("330102", "330103", "330104", "330109", "330110", "330113", "330114");
        return SuccessionFile.read(CsvFile.of("changes.csv", text, SuccessionFile.COLUMNS), districts::contains);
    }

    private List<DivisionChange> published() {
        return read(PUBLISHED);
    }

    private List<DivisionChange> read(Path file) {
        try {
            return SuccessionFile.read(
                    CsvFile.of(file.toString(), Files.readString(file), SuccessionFile.COLUMNS),
                    code -> of2016.has(code) || of2023.has(code));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> codesOf(DivisionList list) {
        return list.all().stream().map(DivisionList.Entry::code).toList();
    }

    private static long recoded(Map<String, String> matched) {
        return matched.entrySet().stream()
                .filter(pair -> !pair.getKey().equals(pair.getValue()))
                .count();
    }

    private static String from(DivisionChange change) {
        return Objects.requireNonNull(change.from());
    }

    private static String to(DivisionChange change) {
        return Objects.requireNonNull(change.to());
    }
}
