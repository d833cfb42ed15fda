package io.tongban.sandbox.bureau;

import io.tongban.sandbox.standin.ShownRequests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The process that plays the bureaux, and at the same port the gateway of short messages and a partner's address. */
public final class BureauApplication {

    private BureauApplication() {}

    /** Takes the port, and a file of records; without one those of the story are served. */
    public static void main(String[] arguments) throws IOException {
        BureauServer.start(records(arguments), Integer.parseInt(arguments[0]))
                .with("/sms", ShownRequests.messages())
                .with("/partner", ShownRequests.deliveries());
    }

    private static BureauRecords records(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            return read(Files.newInputStream(Path.of(arguments[1])));
        }
        return storyRecords();
    }

    static BureauRecords storyRecords() throws IOException {
        InputStream records = BureauApplication.class.getResourceAsStream("/bureaux.yaml");
        if (records == null) {
            throw new IOException("bureaux.yaml is not in the launcher's jar");
        }
        return read(records);
    }

    private static BureauRecords read(InputStream yaml) throws IOException {
        try (yaml) {
            return YAMLMapper.builder().build().readValue(yaml, BureauRecords.class);
        }
    }
}
