package io.tongban.permit.casefile.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Which body decides, and what the published list must look like. */
class AuthoritiesTests {

    private static final LocalDate IN_2017 = LocalDate.of(2017, 4, 6);

    @Test
    void everyDistrictAndCountyOf2016HasItsOwn() throws IOException {
        Authorities published = published();

        for (String district : new String[] {
            "330102", "330103", "330104", "330105", "330106", "330108", "330109", "330110", "330111", "330122",
            "330127", "330182", "330185"
        }) {
            assertThat(published.responsibleFor(district, IN_2017))
                    .hasValueSatisfying(body -> assertThat(body.id().value()).isEqualTo("police-" + district));
        }
        assertThat(published.responsibleFor("330114", IN_2017)).isEmpty();
        assertThat(published.responsibleFor("310101", IN_2017)).isEmpty();
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
    void casesPassToTheSuccessorOnTheDayAfter(String id, LocalDate on, String holder) throws IOException {
        assertThat(published().holderOn(new AuthorityId(id), on).id().value()).isEqualTo(holder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "authorities: []",
                "authorities: [{id: a, districts: [\"330102\"]}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [330102]}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"], untill: \"2021-04-08\"}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"], until: \"2021-04-08\"}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"], until: \"2021-04-08\", successor: b}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"]},"
                        + " {id: b, name: {zh: 乙, en: B}, districts: [\"330102\"], from: \"2021-04-08\"}]",
                "authorities: [{id: a, name: {zh: 甲, en: A}, districts: [\"330102\"]},"
                        + " {id: a, name: {zh: 乙, en: B}, districts: [\"330103\"]}]"
            })
    void refusesAListThatCannotBe(String yaml) {
        assertThatThrownBy(() -> new AuthoritiesFile(
                                new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "test list"))
                        .read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test list");
    }

    private static Authorities published() throws IOException {
        return new AuthoritiesFile(new ClassPathResource("standards/authorities.yaml")).read();
    }
}
