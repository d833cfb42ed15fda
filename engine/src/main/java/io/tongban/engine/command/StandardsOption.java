package io.tongban.engine.command;

import io.tongban.engine.library.StandardsLibrary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --standards FOLDER}; where it is not given the standards are those that were built in. */
public final class StandardsOption {

    @Option(
            names = "--standards",
            paramLabel = "FOLDER",
            description = "the standards to use; else those that were built in")
    private @Nullable Path folder;

    public StandardsLibrary library() {
        return folder == null ? StandardsLibrary.builtIn() : StandardsLibrary.in(folder);
    }
}
