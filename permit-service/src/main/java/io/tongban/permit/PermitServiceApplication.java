package io.tongban.permit;

import io.tongban.permit.command.StandardsCommand;
import io.tongban.platform.TongbanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the permit service; with {@code standards …} it works on standards instead, without a server. */
@SpringBootApplication
public class PermitServiceApplication {

    public static void main(String[] arguments) {
        if (StandardsCommand.isMeant(arguments)) {
            System.exit(StandardsCommand.run(arguments));
        }
        TongbanApplication.run(PermitServiceApplication.class, arguments);
    }
}
