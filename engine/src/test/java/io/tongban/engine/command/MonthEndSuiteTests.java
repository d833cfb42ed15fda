package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day that a standard means where a month has no corresponding one: in expressions, ages and terms. */
class MonthEndSuiteTests {

    private static final String CASES = """
            standard: pass
            version: C1
            route: card
            cases:
            - id: since
              title: registered on 31 August, half a year later there is no such day
              appliedOn: "2018-02-28"
              applicant: {idNumber: "339999195602280018"}
              residence: {registeredOn: "2017-08-31"}
              answers: {household: here}
              papers: [{kind: photo}]
              expect: {criteria: {residence: %s}}
            - id: certificate
              title: of 29 February, a year later there is no such day
              appliedOn: "2021-02-28"
              papers: [{kind: photo}, {kind: certificate, from: "2020-02-29", says: {owner: applicant}}]
              expect: {criteria: {proof: %s}}
            - id: letter
              title: of 29 February until 27 February two years later
              appliedOn: "2018-02-27"
              papers: [{kind: photo}, {kind: stamp}, {kind: letter, from: "2016-02-29", until: "2018-02-27"}]
              expect: {criteria: {proof: %s}}
            """;

    @TempDir
    private Path temporary;

    @Test
    void isTheLastDayOfTheMonthOrTheDayAfterAsTheStandardSays() throws IOException {
        StandardsFolder standards = new StandardsFolder(temporary.resolve("standards"));
        Path suite = temporary.resolve("suite.yaml");

        Files.writeString(suite, CASES.formatted("MET", "MET", "MET"));
        assertThat(standards.run("test", suite.toString()))
                .as(standards.printed())
                .isZero();

        standards.replace("province.yaml", "monthEnd: last-day, months", "monthEnd: day-after, months");
        standards.replace("city.yaml", "monthEnd: last-day", "monthEnd: day-after");
        Files.writeString(suite, CASES.formatted("MISSING", "NOT_YET", "MISSING"));
        assertThat(standards.run("test", suite.toString()))
                .as(standards.printed())
                .isZero();
    }

    @Test
    void isTheLastDayWhereTheStandardSaysNothing() throws IOException {
        StandardsFolder standards = new StandardsFolder(temporary.resolve("standards"));
        standards.replace("province.yaml", "{monthEnd: last-day, months: 6}", "{months: 6}");
        standards.replace("province.yaml", "{monthEnd: [last-day, day-after], months", "{months");
        standards.replace("city.yaml", "monthEnd: last-day, ", "");
        standards.replace("city.yaml", "monthEnd: [last-day, day-after], ", "");
        Path suite = temporary.resolve("suite.yaml");

        Files.writeString(suite, CASES.formatted("MET", "MET", "MET"));
        assertThat(standards.run("test", suite.toString()))
                .as(standards.printed())
                .isZero();
    }
}
