package io.tongban.platform.crypto;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code keys generate|add|promote DIR} that every service understands in place of starting. */
public final class KeyCommand {

    private static final String USAGE = """
            usage: java -jar <service>.jar keys COMMAND DIR
              generate  make the key files; existing ones are never overwritten
              add       rotation, step 1: add new keys that only decrypt and are published; then restart every replica
              promote   rotation, step 2: let the new keys encrypt and sign; then restart every replica again
            """;

    private KeyCommand() {}

    /** Runs the command and returns the exit code of the process: 0, 1 if it failed, 2 if it was not understood. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2) {
            err.print(USAGE);
            return 2;
        }
        KeyFiles files = KeyFiles.in(Path.of(arguments.get(1)));
        try {
            switch (arguments.getFirst()) {
                case "generate" -> files.generate().forEach(path -> out.println("made " + path));
                case "add" -> files.add();
                case "promote" -> files.promote();
                default -> {
                    err.print(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            err.println(e.getMessage() + " exists; key files are never overwritten, choose an empty directory");
            return 1;
        } catch (IOException e) {
            err.println("keys " + arguments.getFirst() + " failed: " + e);
            return 1;
        }
    }
}
