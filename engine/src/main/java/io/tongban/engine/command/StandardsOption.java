package io.tongban.engine.command;

import io.tongban.engine.library.StandardsLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The library that a command works on, and says that it works on: the one that is named; else the one in which a named file lies;
 * else the one of the current folder; else the one that is built in.
 */
final class StandardsOption {

    private static final Path HERE = Path.of("");

    @Option(
            names = "--standards",
            paramLabel = "FOLDER",
            description =
                    "the standards to use; else those in whose folder (the nearest with an index.yaml) the named file lies,"
                            + " those of the current folder, or those that are built in")
    private @Nullable Path folder;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The library of a command that names no file. */
    StandardsLibrary library() {
        return library(List.of());
    }

    /**
     * The library of a command that works on files.
     *
     * @param named the files and folders that the command works on
     */
    StandardsLibrary library(Collection<Path> named) {
        StandardsLibrary library = Optional.ofNullable(folder)
                .or(() -> around(named))
                .or(() -> below(HERE))
                .map(StandardsLibrary::in)
                .orElseGet(StandardsLibrary::builtIn);
        // Not on standard output, which other programs read.
        spec.commandLine().getErr().println("standards: " + library);
        return library;
    }

    /**
     * The library of a command that works on a whole library.
     *
     * @param named files and folders that lie in it
     */
    StandardsLibrary libraryOf(Collection<Path> named) {
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new ParameterException(
                        spec.commandLine(), path + ": cannot be read: there is no such file or folder");
            }
            boolean liesIn =
                    folder == null ? around(path).isPresent() : absolute(path).startsWith(absolute(folder));
            if (!liesIn) {
                throw new ParameterException(
                        spec.commandLine(),
                        path + " does not lie in "
                                + (folder == null ? "a folder with an index.yaml of standards" : folder));
            }
        }
        return library(named);
    }

    private Optional<Path> around(Collection<Path> named) {
        Set<Path> libraries = new LinkedHashSet<>();
        named.forEach(path -> around(path).ifPresent(libraries::add));
        if (libraries.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the files lie in several libraries, " + libraries + ": choose one with --standards FOLDER");
        }
        return libraries.stream().findFirst();
    }

    private static Optional<Path> around(Path named) {
        Path here = HERE.toAbsolutePath();
        Path absolute = absolute(named);
        return below(absolute)
                .or(() -> Stream.iterate(absolute, path -> path != null, Path::getParent)
                        .filter(StandardsLibrary::isIn)
                        .findFirst())
                .map(found -> found.startsWith(here) ? here.relativize(found) : found);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** In the folder itself, or in its folder {@code standards}. */
    private static Optional<Path> below(Path folder) {
        return Stream.of(folder, folder.resolve("standards"))
                .filter(StandardsLibrary::isIn)
                .findFirst();
    }
}
