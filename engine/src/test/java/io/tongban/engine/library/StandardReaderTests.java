package io.tongban.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardReaderTests {

    private static final Path STANDARDS = Path.of("..", "standards", "residence-permit");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "when: identity.valid | when: identity.vaild | no fact, setting or function 'identity.vaild' | 'identity.valid'",
                "settings.recordMaxAge\\n | settings.recordMaxAgee\\n | 'settings.recordMaxAgee' | 'settings.recordMaxAge'",
                "when: identity.valid | when: residence.since | is a date | condition",
                "when: identity.valid | when: identity.valid > 3 | is not right | compare the types",
                "state: TOLERABLE | state: TOLERATED | 'TOLERATED' | MET, WAIVED, PENDING",
                "missing: [identity-document]\\n    reasons: [IDENTITY_NUMBER_INVALID] | missing: [identity-document] | without a reason | reasons: [CODE]",
                "reasons: [SOURCE_UNAVAILABLE] | reasons: [SOURCE_DOWN] | no texts for SOURCE_DOWN | add SOURCE_DOWN",
                "[STALE]\\n    forecast: false\\n | [STALE]\\n    forecast: true\\n    waitsForSource: true\\n | nobody knows the day | add forecast: false",
                "- state: FAILED\\n | - state: FAILED\\n    waitsForSource: true\\n | only PENDING can wait | write state: PENDING",
                "- state: FAILED\\n | - state: FAILED\\n    waitsForSource: false\\n | only PENDING can wait | write state: PENDING",
                "超过{recordMaxAge}日 | 超过{maxAge}日 | quote {maxAge} | add it under figures",
                "gapMonths: 1\\n | gapMonths: 0\\n | 'criteria[1].settings.gapMonths' is '0' | from 1 to 600",
                "reading: day-after | reading: same-day | 'same-day' is not allowed | day-after, corresponding-day",
                "- \"330111\" | - \"33011\" | '33011' is no area | six digits",
                "{kind: photo} | {kind: photos} | no paper 'photos' | write 'photo'",
                "photo: {zh | 'photo:1': {zh | 'photo:1' is no kind of paper | without ':'",
                "photo: {zh | photo: {form: PICTURE, zh | 'papers.photo.form' is 'PICTURE' | SCAN, STATED",
                "age: certificateMonths | age: 12 | no number '12' | figures stand there",
                "needsPapers: true | needPapers: true | unknown key 'needPapers' | 'needsPapers'",
                "from: \"2016-01-01\" | from: \"2017-01-01\" | is not in force on 2016-07-01 | cite the version",
                "months: 1..600 | months: 1..999999 | cannot be counted with 'months' of 1..999999 | within 1..600",
                "postingDay: 1..31 | postingDay: 0..31 | cannot be counted with 'postingDay' of 0..31 | within 1..31",
                "metOn: completeOn\\n    reasons: [RESIDENCE_TOO_SHORT] | reasons: [RESIDENCE_TOO_SHORT] | NOT_YET names no day | add metOn",
                "id: own-purchase | id: own-title | two alternatives of this id | another id",
                "papers:\\n    - {kind: other-proof} | papers: [] | asks for no paper | name what is to be brought",
                "{source: zhejiang-2016 | {source: zhejiang-2009 | no source 'zhejiang-2009' | zhejiang-2016",
            })
    void saysFileLineAndRemedy(String right, String wrong, String problem, String remedy) throws IOException {
        String before = right.replace("\\n", "\n");
        String after = wrong.replace("\\n", "\n");
        String province = province();
        String city = city();
        assertThat(province + city).contains(before);
        boolean above = city.contains(before);

        assertThatThrownBy(() -> read(
                        above ? province : replaceFirst(province, before, after),
                        above ? replaceFirst(city, before, after) : city))
                .isInstanceOf(DocumentInvalid.class)
                .message()
                .matches("(?s)" + (above ? "R1" : "Z1") + ".yaml:[0-9]+: .*\n  remedy: .*")
                .contains(problem)
                .contains(remedy);
    }

    @Test
    void namesTheLine() throws IOException {
        String province = province();
        long line = province.substring(0, province.indexOf("when: identity.valid"))
                .lines()
                .count();
        String mistaken = province.replace("when: identity.valid", "when: identity.vaild");

        assertThatThrownBy(() -> read(mistaken, city())).message().startsWith("Z1.yaml:" + line + ": ");
    }

    @Test
    void refusesARuleThatHidesThoseBelow() throws IOException {
        String mistaken = province().replace("  - when: identity.valid\n    state: MET", "  - state: MET");

        assertThatThrownBy(() -> read(mistaken, city())).message().contains("leaves none for those below");
    }

    @Test
    void isInForceOnItsFirstAndLastDay() throws IOException {
        Standard standard = read(province(), city());

        assertThat(standard.isInForce(LocalDate.of(2016, 6, 30))).isFalse();
        assertThat(standard.isInForce(LocalDate.of(2016, 7, 1))).isTrue();
        assertThat(standard.isInForce(LocalDate.of(2018, 6, 30))).isTrue();
        assertThat(standard.isInForce(LocalDate.of(2018, 7, 1))).isFalse();
    }

    @Test
    void asksForTheOriginalOrAScanOfAPhotoWhereItSaysNothing() throws IOException {
        Standard silent = read(province(), city());
        Standard said = read(
                replaceFirst(province(), "photo: {zh", "photo: {form: ORIGINAL_SEEN, zh"),
                replaceFirst(city(), "labour-contract: {zh", "labour-contract: {form: COPY, zh"));

        assertThat(List.of(form(silent, "labour-contract"), form(silent, "photo")))
                .containsExactly(PaperKind.Form.ORIGINAL_SEEN, PaperKind.Form.SCAN);
        assertThat(List.of(form(said, "labour-contract"), form(said, "photo")))
                .containsExactly(PaperKind.Form.COPY, PaperKind.Form.ORIGINAL_SEEN);
        assertThat(said.digest()).isNotEqualTo(silent.digest());
    }

    private static PaperKind.Form form(Standard standard, String kind) {
        return standard.words().paper(kind).form();
    }

    @Test
    void isAnotherStandardWithAnotherFigureInEitherLayer() throws IOException {
        String published = read(province(), city()).digest();

        assertThat(read(province() + "\n# a comment\n", city() + "\n# another\n")
                        .digest())
                .isEqualTo(published);
        assertThat(read(province(), city().replace("postingDay: 15", "postingDay: 16"))
                        .digest())
                .isNotEqualTo(published);
        assertThat(read(province().replace("    months: 6\n", "    months: 7\n"), city())
                        .digest())
                .isNotEqualTo(published);
    }

    @Test
    void refusesASettingThatItDoesNotHave() throws IOException {
        LayeredDocument document = layered(province(), city());
        DocumentNode value = DocumentNode.read("case.yaml", "2");

        assertThatThrownBy(() ->
                        StandardReader.read(document, new WhatIf(Map.of("contributions.gap", value), Set.of(), null)))
                .message()
                .startsWith("case.yaml:1: the standard has no setting 'contributions.gap'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[last-day, next-week] | last-day", "[corresponding-day, day-after] | day-after", "1..12 | 3"})
    void refusesAnUnknownDayForAMonthWithoutSuchADay(String allowed, String value) throws IOException {
        String province = province()
                .replace("    reading: day-after\n", "    reading: day-after\n    monthEnd: " + value + "\n")
                .replace("    months: 0..120\n", "    months: 0..120\n    monthEnd: " + allowed + "\n");

        assertThatThrownBy(() -> read(province, city()))
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("'monthEnd' says which day is meant where a month has no corresponding one")
                .hasMessageContaining("write 'monthEnd: [last-day, day-after]' under allowed");
    }

    @Test
    void waitsForASilentSourceUnlessTheRuleSaysOtherwise() throws IOException {
        String silent = "    reasons: [SOURCE_UNAVAILABLE]\n    forecast: false\n";

        assertThat(city()).contains(silent);
        assertThat(waitsForSource(city())).isTrue();
        assertThat(waitsForSource(city().replace(silent, silent + "    waitsForSource: true\n")))
                .isTrue();
        assertThat(waitsForSource(city().replace(silent, silent + "    waitsForSource: false\n")))
                .isFalse();
        assertThat(waitsForSource(city().replace(silent, "    reasons: [SOURCE_UNAVAILABLE]\n")))
                .isFalse();
    }

    private static boolean waitsForSource(String city) throws IOException {
        LocalDate day = LocalDate.of(2017, 4, 6);
        Facts nothingAnswered = new Facts(
                day,
                new Identity(true, false, day.minusYears(30), null),
                new Residence(day.minusYears(2), false),
                Map.of(),
                List.of(),
                ContributionRecord.unavailable(day));
        return new Assessor()
                .assess(read(province(), city), "employment", nothingAnswered)
                .waitsForSource();
    }

    private static String province() throws IOException {
        return Files.readString(STANDARDS.resolve("Z1.yaml"));
    }

    private static String city() throws IOException {
        return Files.readString(STANDARDS.resolve("R1.yaml"));
    }

    private static String replaceFirst(String text, String before, String after) {
        return text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
    }

    private static LayeredDocument layered(String province, String city) {
        return LayeredDocument.over(DocumentNode.read("Z1.yaml", province), DocumentNode.read("R1.yaml", city));
    }

    private static Standard read(String province, String city) {
        return StandardReader.read(layered(province, city), WhatIf.NOTHING);
    }
}
