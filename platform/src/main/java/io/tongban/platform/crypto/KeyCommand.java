package io.tongban.platform.crypto;

import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code keys}, which every service's jar understands. */
@Command(
        name = "keys",
        description = "Makes and rotates the key files of a service.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class KeyCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private KeyCommand() {}

    @Command(description = "Makes the key files; existing ones are never overwritten.")
    void generate(
            @Parameters(paramLabel = "DIR", description = "the folder of the key files; it is made if there is none")
                    Path folder) {
        try {
            KeyFiles.in(folder)
                    .generate()
                    .forEach(file -> spec.commandLine().getOut().println("made " + file));
        } catch (FileAlreadyExistsException existing) {
            throw new Unusable(existing.getFile() + " exists", "key files are never overwritten: name an empty folder");
        } catch (IOException failure) {
            throw Unusable.folder(folder, failure);
        }
    }

    @Command(
            description = "Rotation, step 1: adds new keys that only decrypt and are published;"
                    + " then restart every replica.")
    void add(@Parameters(paramLabel = "DIR", description = "the folder of the key files") Path folder) {
        rotate(folder, KeyFiles::add);
    }

    @Command(
            description =
                    "Rotation, step 2: lets the new keys encrypt and sign;" + " then restart every replica again.")
    void promote(@Parameters(paramLabel = "DIR", description = "the folder of the key files") Path folder) {
        rotate(folder, KeyFiles::promote);
    }

    private static void rotate(Path folder, Rotation step) {
        try {
            step.of(KeyFiles.in(folder));
        } catch (NoSuchFileException missing) {
            throw new Unusable(
                    "there is no " + missing.getFile(),
                    "name the folder of the key files that the service uses, or make them: keys generate DIR");
        } catch (KeyFilesBroken broken) {
            throw new Unusable(
                    "the key files in " + folder + " cannot be read as such",
                    "put back the copy that was made of them");
        } catch (IOException failure) {
            throw Unusable.folder(folder, failure);
        }
    }

    /** One step of a rotation. */
    private interface Rotation {
        void of(KeyFiles files) throws IOException;
    }
}
