package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/** The schemas for editors: as committed, over all that is published, and over the mistakes that editors make. */
class SchemaCommandTests {

    private static final Path PUBLISHED = Path.of("..", "standards");

    /** Who is to find a mistake: the loader alone, or an editor's program too, while it is written. */
    enum FoundBy {
        LOADER,
        BOTH
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"schema.json,", "suite-schema.json, --suite"})
    void committedFileIsWhatIsPrinted(String file, @Nullable String option) throws IOException {
        assertThat(printed(option))
                .as("write it anew: ./tongban standards schema %s > standards/%s", option == null ? "" : option, file)
                .isEqualTo(Files.readString(PUBLISHED.resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"residence-permit/Z1", "residence-permit/R1", "residence-permit/R2", "elder-card/E1"})
    void everyPublishedLayerIsRightAsItIsWritten(String name) throws IOException {
        assertThat(mistakes("schema.json", Files.readString(PUBLISHED.resolve(name + ".yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shenzhen/SZ1", "zhongshan/ZS1", "guangzhou/GZ1"})
    void standardsOfOtherCitiesAreRight(String name) throws IOException {
        Path cities = Path.of("src", "test", "resources", "cities");

        assertThat(mistakes("schema.json", Files.readString(cities.resolve(name + ".yaml"))))
                .isEmpty();
        assertThat(mistakes("suite-schema.json", Files.readString(cities.resolve(name + "-cases.yaml"))))
                .isEmpty();
    }

    @Test
    void everyPublishedSuiteIsRight() throws IOException {
        try (Stream<Path> files = Files.walk(PUBLISHED)) {
            List<Path> suites = files.filter(file ->
                            file.toString().endsWith(".yaml") && file.toString().contains("cases"))
                    .toList();
            assertThat(suites).hasSizeGreaterThan(8);
            for (Path suite : suites) {
                assertThat(mistakes("suite-schema.json", Files.readString(suite)))
                        .as(suite.toString())
                        .isEmpty();
            }
        }
    }

    /** What is found by the loader alone is about meaning, which no schema can say. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a misspelt key            | BOTH   | evidence:\\n                       | evidense:\\n                    | evidense",
                "a misspelt key below      | BOTH   | needsPapers: true                  | needPapers: true                | needPapers",
                "a text for a list         | BOTH   | reasons: [AGE_NOT_SHOWN]           | reasons: AGE_NOT_SHOWN          | reasons",
                "a map for a text          | BOTH   | state: MET\\n                      | state: {MET: yes}\\n            | state",
                "a missing key             | BOTH   | lapseNoticeDays: 30\\n             | \\n                             | lapseNoticeDays",
                "an unknown state          | BOTH   | state: FAILED                      | state: FAILS                    | FAILED",
                "a reason without texts    | LOADER | reasons: [OTHER_HOUSEHOLD]         | reasons: [ANOTHER_HOUSEHOLD]    | no texts for ANOTHER_HOUSEHOLD",
                "a number out of bounds    | BOTH   | lapseNoticeDays: 30                | lapseNoticeDays: 30000          | lapseNoticeDays",
                "a setting out of bounds   | LOADER | years: 60                          | years: 600                      | from 50 to 120",
                "a date in another form    | BOTH   | from: \"2005-09-14\"               | from: 14.9.2005                 | from",
                "a day that is not there   | LOADER | from: \"2005-09-14\"               | from: \"2005-09-31\"            | a date that exists",
                "a key that is there twice | BOTH   | lapseNoticeDays: 30                | lapseNoticeDays: 30\\nlapseNoticeDays: 60 | lapseNoticeDays",
                "a misspelt fact           | LOADER | when: identity.valid               | when: identity.vaild            | identity.vaild",
                "a rule below the last     | LOADER | - when: here\\n    state: MET      | - state: MET                    | leaves none for those below",
                "a missing language        | BOTH   | {zh: 身份, en: identity}           | {zh: 身份}                      | en",
                "a paper that is not there | LOADER | missing: [residence-registration]  | missing: [registration]         | registration",
            })
    void mistakeOfAnEditorIsFound(String mistake, FoundBy foundBy, String right, String wrong, String named)
            throws IOException {
        String published = Files.readString(PUBLISHED.resolve("elder-card/E1.yaml"));
        String before = right.replace("\\n", "\n");
        assertThat(published).contains(before);
        int at = published.indexOf(before);
        String mistaken =
                published.substring(0, at) + wrong.replace("\\n", "\n") + published.substring(at + before.length());

        List<String> bySchema = mistakes("schema.json", mistaken);
        assertThat(!bySchema.isEmpty()).as(mistake + ": " + bySchema).isEqualTo(foundBy == FoundBy.BOTH);
        if (foundBy == FoundBy.BOTH) {
            assertThat(bySchema).anySatisfy(found -> assertThat(found).contains(named));
        }
        assertThat(check(published)).doesNotContain("mistake");
        assertThat(check(mistaken)).contains(named).contains("E1.yaml:").contains("remedy: ");
    }

    private String check(String text) throws IOException {
        Files.writeString(folder.resolve("E1.yaml"), text);
        Files.writeString(folder.resolve("index.yaml"), "standards: [E1.yaml]\ncalendar: workdays.csv\n");
        Files.writeString(folder.resolve("workdays.csv"), "date,kind,name\n");
        StringWriter err = new StringWriter();
        EngineCommand.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "standards",
                "check",
                "--standards",
                folder.toString());
        return err.toString();
    }

    private static String printed(@Nullable String option) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int exit = option == null
                ? EngineCommand.run(writer, writer, "standards", "schema")
                : EngineCommand.run(writer, writer, "standards", "schema", option);
        assertThat(exit).isZero();
        return out.toString();
    }

    /** What a program of an editor would mark, which reads YAML 1.2; a text that is none is one mistake. */
    private static List<String> mistakes(String file, String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(PUBLISHED.resolve(file)), InputFormat.JSON);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(1000);
            DumperOptions dumping = new DumperOptions();
            Object document = new Yaml(
                            new SafeConstructor(options), new Representer(dumping), dumping, options, new Yaml12())
                    .load(yaml);
            return schema.validate(JsonMapper.shared().valueToTree(document)).stream()
                    .map(Object::toString)
                    .toList();
        } catch (YAMLException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    /** What a plain word can be besides a text: less than in YAML 1.1, where also yes, on and days are something else. */
    private static final class Yaml12 extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|~"), "n~");
            addImplicitResolver(Tag.NULL, EMPTY, null);
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(0|[1-9][0-9]*)"), "-+0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?[0-9]+\\.[0-9]+"), "-+0123456789");
        }
    }
}
