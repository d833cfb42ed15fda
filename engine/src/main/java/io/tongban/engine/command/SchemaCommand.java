package io.tongban.engine.command;

import io.tongban.engine.library.StandardKeys;
import io.tongban.engine.suite.SuiteKeys;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code standards schema}: the JSON Schema by which editors complete keys and mark mistakes. */
@Command(name = "schema", description = "Prints the JSON Schema of a standard's document, for editors.")
final class SchemaCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--suite", description = "the schema of a case suite instead")
    private boolean suite;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> schema = suite ? SuiteKeys.schema() : StandardKeys.schema();
        // One line ending everywhere: what is printed is compared with the committed file.
        spec.commandLine().getOut().print(JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n");
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
