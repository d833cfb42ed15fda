package io.tongban.permit.casefile.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.library.StandardsLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which body decides, and what the published list must look like. */
class AuthoritiesTests {

    private static final LocalDate IN_2017 = LocalDate.of(2017, 4, 6);

    @TempDir
    private Path folder;

    @Test
    void everyDistrictAndCountyOf2016HasItsOwn() {
        Authorities published = published();

        for (String district : new String[] {
            "330102", "330103", "330104", "330105", "330106", "330108", "330109", "330110", "330111", "330122",
            "330127", "330182", "330185"
        }) {
            assertThat(published.responsibleFor("police", district, IN_2017))
                    .hasValueSatisfying(body -> assertThat(body.id().value()).isEqualTo("police-" + district));
        }
        assertThat(published.responsibleFor("police", "330114", IN_2017)).isEmpty();
        assertThat(published.responsibleFor("police", "310101", IN_2017)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "police-330104, 2021-04-08, police-330104",
        "police-330104, 2021-04-09, police-330102",
        "police-330103, 2021-04-09, police-330105",
        "police-330185, 2017-07-31, police-330185",
        "police-330185, 2017-08-01, police-330112",
        "police-330106, 2026-01-01, police-330106"
    })
    void casesPassToTheSuccessorOnTheDayAfter(String id, LocalDate on, String holder) {
        assertThat(published().holderOn(new AuthorityId(id), on).id().value()).isEqualTo(holder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "authorities: []",
                "authorities: [{id: a, districts: [\"330102\"]}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"]}]",
                "authorities: [{id: a, kind: Police!, name: {zh: 甲, en: A}, districts: [\"330102\"]}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [33010]}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"], untill:"
                        + " \"2021-04-08\"}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"], until:"
                        + " \"2021-04-08\"}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"], until:"
                        + " \"2021-04-08\", successor: b}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"], until:"
                        + " \"2021-04-08\", successor: b}, {id: b, kind: pensions, name: {zh: 乙, en: B}, districts:"
                        + " [\"330102\"]}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"]}, {id: b, kind:"
                        + " police, name: {zh: 乙, en: B}, districts: [\"330102\"], from: \"2021-04-08\"}]",
                "authorities: [{id: a, kind: police, name: {zh: 甲, en: A}, districts: [\"330102\"]},"
                        + " {id: a, kind: police, name: {zh: 乙, en: B}, districts: [\"330103\"]}]"
            })
    void refusesAListThatCannotBe(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("/list.yaml:1: ")
                .hasMessageContaining("remedy: ");
    }

    @Test
    void oneOfEachKindAnswersForADistrict() throws IOException {
        Authorities two = read("""
            authorities:
            - {id: police-1, kind: police, name: {zh: 甲, en: A}, districts: ["330102"]}
            - {id: insurance-1, kind: social-insurance, name: {zh: 乙, en: B}, districts: ["330102", "330103"]}
            """);

        assertThat(two.responsibleFor("police", "330102", IN_2017))
                .hasValueSatisfying(body -> assertThat(body.id().value()).isEqualTo("police-1"));
        assertThat(two.responsibleFor("social-insurance", "330102", IN_2017))
                .hasValueSatisfying(body -> assertThat(body.id().value()).isEqualTo("insurance-1"));
        assertThat(two.responsibleFor("police", "330103", IN_2017)).isEmpty();
        assertThat(two.responsibleFor("civil-affairs", "330102", IN_2017)).isEmpty();
    }

    private Authorities read(String yaml) throws IOException {
        Files.writeString(folder.resolve("index.yaml"), "standards: []\ncalendar: none.csv\nauthorities: list.yaml\n");
        Files.writeString(folder.resolve("list.yaml"), yaml);
        return AuthoritiesFile.read(StandardsLibrary.in(folder).authorities());
    }

    private static Authorities published() {
        return AuthoritiesFile.read(StandardsLibrary.builtIn().authorities());
    }
}
