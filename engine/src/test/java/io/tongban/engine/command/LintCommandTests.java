package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of finding, put into a small standard that has none. */
class LintCommandTests {

    private static final Path PUBLISHED = Path.of("..", "standards");
    private static final String CITY = "city.yaml";
    private static final String PROVINCE = "province.yaml";

    @TempDir
    private Path temporary;

    private StandardsFolder standards;

    @BeforeEach
    void copyTheSmallStandard() throws IOException {
        standards = new StandardsFolder(temporary.resolve("standards"));
    }

    @Test
    void findsNothingInAGoodStandard() {
        assertThat(lint()).isZero();
        assertThat(standards.lines()).last().isEqualTo("0 flaws, 0 notes");
        assertThat(standards.lines()).contains("pass C1", "20 of 20 branches reached", "4 places add months to a date");
    }

    @Test
    void showsWhomTheOtherDayOfAMonthWithoutSuchADayConcerns() throws IOException {
        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .containsSubsequence(
                        standards.file(PROVINCE) + ":" + standards.line(PROVINCE, "residence.since")
                                + ": residence, decide[1].when",
                        "with the other day residence is MISSING instead of MET, the outcome INCOMPLETE instead of ELIGIBLE,"
                                + " for one who",
                        "registered as a resident since 2017-08-31")
                .containsSubsequence(
                        standards.file(CITY) + ":" + standards.line(CITY, "term: termMonths")
                                + ": proof, alternatives[2].papers[1].term",
                        "with the other day proof is MISSING instead of MET, the outcome INCOMPLETE instead of ELIGIBLE, for one"
                                + " who");
    }

    @Test
    void saysThatTheOtherDayConcernsNobody() throws IOException {
        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .as("no day of 2018 and 2019 is 60 years after a 29 February")
                .anyMatch(line -> line.endsWith(": age, define.reachedOn"))
                .anyMatch(line -> line.matches("the other day changes nothing for any of the [0-9]+ persons tried"));
    }

    @Test
    void notesWhereNothingSaysTheDay() throws IOException {
        standards.replace(PROVINCE, "{monthEnd: last-day, months: 6}", "{months: 6}");
        standards.replace(PROVINCE, "{monthEnd: [last-day, day-after], months: 0..120}", "{months: 0..120}");

        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .contains(standards.file(PROVINCE) + ":" + standards.line(PROVINCE, "- id: residence")
                        + ": note: residence adds months to a date and does not say which day is meant where the month has no"
                        + " such day: the last of the month is taken")
                .anyMatch(line -> line.endsWith(
                        ": residence, decide[1].when, where nothing says the day: the last of the month"));
    }

    @Test
    void findsThatNothingNeedsTheDay() throws IOException {
        standards.replace(
                PROVINCE,
                "identity.bornOn.plusMonths(12 * settings.years)",
                "identity.bornOn.plusDays(365 * settings.years)");

        assertThat(lint()).isEqualTo(1);
        assertThat(standards.lines())
                .contains(standards.file(PROVINCE) + ":" + standards.line(PROVINCE, "monthEnd: last-day, years")
                        + ": nothing reads the setting 'age.monthEnd'");
    }

    @Test
    void countsAPostingDayThatAMonthMayNotHave() throws IOException {
        Path draft = Files.writeString(
                temporary.resolve("R1.yaml"),
                Files.readString(PUBLISHED.resolve("residence-permit/R1.yaml"))
                        .replace("postingDay: 15", "postingDay: 31"));

        standards.copyLayer(PUBLISHED.resolve("residence-permit/Z1.yaml"));
        lint(draft.toString());

        assertThat(standards.lines())
                .anyMatch(line -> line.contains(": contributions, settings.postingDay, where nothing says the day"));
    }

    @Test
    void notesASideOfAConditionThatNeverDecides() throws IOException {
        standards.replace(CITY, "- when: papers.young\n", "- when: papers.young || size(papers.lacking) > 7\n");

        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .contains(
                        standards.file(CITY) + ":" + standards.line(CITY, "> 7")
                                + ": note: the side 'size(papers.lacking) > 7' of || never decides among the persons tried",
                        "21 of 22 branches reached",
                        "not reached: " + standards.file(CITY) + ":" + standards.line(CITY, "> 7")
                                + ": the side 'size(papers.lacking) > 7' of ||, never decides among the persons tried");
    }

    /** File, what stands there, what is put there, a text of the line that is named, and the problem. */
    static Stream<Arguments> flaws() {
        return Stream.of(
                arguments(
                        CITY,
                        "{zh: 照片可后补。, en: The photo may follow.}",
                        "{zh: 照片可后补。}",
                        "照片可后补",
                        "there is no text in 'en' for '照片可后补。'"),
                arguments(
                        PROVINCE,
                        "{zh: 年龄, en: age}",
                        "{zh: ' ', en: age}",
                        "en: age",
                        "there is no text in 'zh' for 'age'"),
                arguments(
                        PROVINCE,
                        "en: \"Not yet {years}.\"",
                        "en: \"Not yet.\"",
                        "Not yet.",
                        "the Chinese text quotes {years}, the English nothing"),
                arguments(
                        CITY,
                        "{kind: stamp}, {kind: seal}",
                        "{kind: seal}",
                        "stamp: {",
                        "no criterion uses the paper 'stamp'"),
                arguments(
                        CITY,
                        ", says: {owner: [applicant]}",
                        "",
                        "owner: {zh",
                        "no criterion asks what the paper 'certificate' says of 'owner'"),
                arguments(
                        CITY,
                        "  proof: {zh",
                        "  spare: {zh: 空, en: spare}\n  proof: {zh",
                        "spare: {zh",
                        "no rule names the collective word 'spare'"),
                arguments(
                        PROVINCE,
                        "evidence:",
                        "  other: {zh: 他, en: other, from: \"2017-01-01\"}\nevidence:",
                        "other: {zh",
                        "nothing is based on the source 'other'"),
                arguments(
                        CITY,
                        "collective:",
                        "  spare: {zh: 空？, en: spare, allowed: [a, b]}\ncollective:",
                        "spare: {zh",
                        "no criterion reads the answer 'spare'"),
                arguments(
                        PROVINCE,
                        "wording:",
                        "  contributions: {zh: 缴费, en: contributions}\nwording:",
                        "contributions: {zh",
                        "no criterion is decided from 'contributions'"),
                arguments(CITY, "proof, photo]", "proof]", "- id: photo", "no route has the criterion 'photo'"),
                arguments(
                        PROVINCE,
                        "years: 60}",
                        "years: 60, spare: true}",
                        "spare: true",
                        "nothing reads the setting 'age.spare'"),
                arguments(
                        PROVINCE,
                        "figures: {years: settings.years}",
                        "figures: {years: settings.years, spare: appliedOn}",
                        "spare: appliedOn",
                        "no text of age quotes the figure {spare}"),
                arguments(
                        PROVINCE,
                        "figures: {months: settings.months}",
                        "figures: {months: settings.months, spare: appliedOn}",
                        "spare: appliedOn",
                        "no text of residence quotes the figure {spare}"),
                arguments(
                        PROVINCE,
                        "  figures: {years",
                        "    spare: appliedOn\n  figures: {years",
                        "spare: appliedOn",
                        "nothing in age uses the definition 'spare'"),
                arguments(
                        PROVINCE,
                        "en: art. 2}",
                        "en: art. 3}",
                        "en: art. 3}",
                        "'第二条' and 'art. 3' are not the same article"),
                arguments(
                        PROVINCE,
                        "{zh: 第二条, en: art. 2}",
                        "{zh: 第三条, en: art. 3}",
                        "art. 3",
                        "the text of 'law' has no 第三条"),
                arguments(
                        PROVINCE,
                        "{zh: 第二条第三款, en: \"art. 2, para. 3\"}",
                        "{zh: 第二条第四款, en: \"art. 2, para. 4\"}",
                        "para. 4",
                        "the text of 'law' has no 第二条第四款"),
                arguments(
                        CITY,
                        "{zh: 第二条第二款第二项, en: \"art. 2, para. 2, item 2\"}",
                        "{zh: 第二条第二款第三项, en: \"art. 2, para. 2, item 3\"}",
                        "item 3",
                        "the text of 'law' has no 第二条第二款第三项"),
                arguments(
                        PROVINCE, "laws/law.md", "laws/lost.md", "laws/lost.md", "the text 'laws/lost.md' is not kept"),
                arguments(
                        PROVINCE,
                        "text: laws/law.md",
                        "until: \"2019-12-30\", text: laws/law.md",
                        "{source: law, article: {zh: 第二条, en: art. 2}}",
                        "'law' is not in force after 2019-12-30, and the standard is until 2019-12-31"));
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("flaws")
    void findsAFlaw(String file, String text, String by, String at, String problem) throws IOException {
        standards.replace(file, text, by);

        assertThat(lint()).isEqualTo(1);
        assertThat(standards.lines())
                .contains(standards.file(file) + ":" + standards.line(file, at) + ": " + problem)
                .anyMatch(line -> line.startsWith("remedy: "));
    }

    @Test
    void letsASourceEndWithTheStandard() throws IOException {
        standards.replace(PROVINCE, "text: laws/law.md", "until: \"2019-12-31\", text: laws/law.md");

        assertThat(lint()).isZero();
    }

    /** What is put into the condition of the first rule of a criterion, and what is found then. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments(
                        PROVINCE,
                        "identity.valid && !appliedOn.isBefore(reachedOn)",
                        "identity.bornOn.isAfter(appliedOn)",
                        "age is never met among the [0-9]+ persons tried"),
                arguments(
                        PROVINCE,
                        "identity.valid && !appliedOn.isBefore(reachedOn)",
                        "identity.valid || !identity.valid",
                        "age is always met among the [0-9]+ persons tried"),
                arguments(
                        PROVINCE,
                        "residence.registered && !appliedOn",
                        "residence.since.isAfter(appliedOn) && !appliedOn",
                        "rule 1 of residence \\(MET\\) never decides among the [0-9]+ persons tried"),
                arguments(
                        CITY,
                        "as: proof}\n    brought: papers.brought",
                        "as: proof}\n    brought: papers.brought && papers.young && !papers.young",
                        "the alternative 'letter' of proof never decides among the [0-9]+ persons tried"),
                arguments(
                        CITY,
                        "papers.young",
                        "papers.young && size(papers.lacking) > 0",
                        "rule 2 of proof, certificate \\(NOT_YET\\) never decides among the [0-9]+ persons tried"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("conditions")
    void findsWhatNobodyReaches(String file, String text, String by, String problem) throws IOException {
        standards.replace(file, text, by);

        assertThat(lint()).isEqualTo(1);
        assertThat(standards.lines()).anyMatch(line -> line.matches(".*: " + problem));
    }

    @Test
    void notesWhatOnlyAnotherSettingReaches() throws IOException {
        standards.replace(CITY, "  - {kind: photo}\n  decide:", """
                  - {kind: photo}
                  settings: {tolerable: true}
                  decide:
                  - when: size(papers.lacking) > 0 && !settings.tolerable
                    state: MISSING
                    missing: papers.lacking
                    reasons: [LATER]""".indent(2).stripTrailing());

        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .anyMatch(line ->
                        line.endsWith("note: rule 1 of photo (MISSING) decides only with photo.tolerable: false"));
    }

    @Test
    void notesWhatIsNotAsked() throws IOException {
        standards.replace(
                CITY,
                "  - {kind: photo}\n  decide:",
                "  - {kind: photo}\n  settings: {wanted: false}\n  asked: settings.wanted\n  decide:");

        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .anyMatch(line -> line.endsWith("note: photo is asked only with photo.wanted: true"));
    }

    @Test
    void notesRoomThatIsLeft() throws IOException {
        standards.replace(CITY, "fill:\n  residence.months: 6\n", "");

        assertThat(lint()).isZero();
        assertThat(standards.lines())
                .anyMatch(
                        line -> line.endsWith(
                                "note: province P1 leaves the setting 'residence.months' open, and nothing is said of it here"));
    }

    @Test
    void blamesALowerLayerOnlyForWhatNoStandardOnItUses() throws IOException {
        standards.replace(PROVINCE, "  photo: {zh", "  shared: {zh: 共用, en: shared}\n  photo: {zh");
        assertThat(lint()).isEqualTo(1);
        assertThat(standards.lines()).anyMatch(line -> line.endsWith("no criterion uses the paper 'shared'"));

        standards.copy(CITY, "city2.yaml");
        standards.replace("city2.yaml", "version: C1", "version: C2");
        standards.replace("city2.yaml", "{from: \"2018-01-01\", until: \"2019-12-31\"}", "{from: \"2020-01-01\"}");
        standards.replace("city2.yaml", "{kind: stamp}", "{kind: stamp}, {kind: shared}");

        assertThat(lint()).isZero();
        assertThat(lint("pass", "C1")).isEqualTo(1);
        assertThat(lint("pass", "C2")).isZero();
    }

    @Test
    void goesOnWhereTheReaderRefuses() throws IOException {
        standards.replace(CITY, "answers.household == 'here'", "answers.houshold == 'here'");
        standards.copy(CITY, "city2.yaml");
        standards.replace("city2.yaml", "answers.houshold", "answers.household");
        standards.replace("city2.yaml", "version: C1", "version: C2");
        standards.replace("city2.yaml", "{zh: 照片可后补。, en: The photo may follow.}", "{zh: 照片可后补。, en: \"\"}");

        assertThat(lint()).isEqualTo(1);
        assertThat(standards.lines())
                .anyMatch(line -> line.startsWith(standards.file(CITY) + ":")
                        && line.endsWith("there is no fact, setting or function 'answers.houshold'"))
                .anyMatch(line -> line.startsWith(standards.file("city2.yaml") + ":")
                        && line.endsWith("there is no text in 'en' for '照片可后补。'"));
    }

    @Test
    void looksOnlyAtTheWordsOfALayerThatIsNeverAlone() throws IOException {
        assertThat(lint("pass", "P1")).isZero();

        standards.replace(PROVINCE, "{zh: 第二条, en: art. 2}", "{zh: 第三条, en: art. 3}");
        assertThat(lint("pass", "P1")).isEqualTo(1);
        assertThat(standards.lines()).anyMatch(line -> line.endsWith("the text of 'law' has no 第三条"));
    }

    @Test
    void looksAtAFileThatIsNotPublished() throws IOException {
        Path draft = Files.copy(standards.file(CITY), temporary.resolve("draft.yaml"));
        assertThat(lint(draft.toString())).isZero();

        Files.writeString(draft, Files.readString(draft).replace("{kind: stamp}, ", ""));
        assertThat(lint(draft.toString())).isEqualTo(1);
        assertThat(standards.printed()).contains(draft + ":");
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        assertThat(lint("pass", "C9")).isEqualTo(2);
        assertThat(standards.printed()).contains("there is no pass C9");

        assertThat(lint("pass")).isEqualTo(2);
        assertThat(lint(temporary.resolve("none.yaml").toString())).isEqualTo(2);

        Path broken = Files.writeString(temporary.resolve("broken.yaml"), "item: [");
        assertThat(lint(broken.toString())).isEqualTo(2);
        assertThat(standards.printed()).contains(broken + ":1: not YAML");
    }

    private int lint(String... names) {
        List<String> arguments = new ArrayList<>(List.of("--persons", "1000"));
        arguments.addAll(List.of(names));
        return standards.run("lint", arguments.toArray(String[]::new));
    }
}
