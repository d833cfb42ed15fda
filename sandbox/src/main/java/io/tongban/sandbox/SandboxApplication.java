package io.tongban.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The launcher's Java side; {@code ./tongban} is its front. */
public final class SandboxApplication {

    private SandboxApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("tongban.root", "."))
                .toAbsolutePath()
                .normalize();
        List<String> words = List.of(arguments);
        if (words.isEmpty() || !words.getFirst().equals("demo")) {
            System.err.println("usage: ./tongban help");
            System.exit(2);
        }
        try {
            System.exit(new Demo(DemoOptions.parse(words.subList(1, words.size()), root), root, System.out).run());
        } catch (DemoOptions.Misunderstood misunderstood) {
            System.err.println("tongban: " + misunderstood.getMessage() + "\n         See ./tongban help");
            System.exit(2);
        }
    }
}
