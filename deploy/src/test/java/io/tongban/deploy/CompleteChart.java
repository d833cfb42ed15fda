package io.tongban.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;

/** The chart with every value that has no default. */
final class CompleteChart {

    static final List<String> SERVICES = List.of("gateway", "permit-service", "insurance-adapter", "community-service");

    private CompleteChart() {}

    static Helm helm() {
        return new Helm(Path.of("helm", "tongban"));
    }

    static TemplateCommand complete() {
        TemplateCommand command = helm().template()
                .withName("tongban")
                .set("registry", "registry.example/tongban")
                .set("issuer", "https://id.example/realms/tongban")
                .set("networkEncrypted", "true");
        command.set("services.permit-service.migration.schemas.witness.ownerSecret", "permit-service-witness");
        for (String service : SERVICES.subList(1, SERVICES.size())) {
            command.set("services." + service + ".databaseSecret", service + "-database")
                    .set("services." + service + ".migration.ownerSecret", service + "-owner")
                    .set("services." + service + ".keysSecret", service + "-keys");
        }
        return command;
    }

    /** As where the network does not encrypt: every service has a certificate of its own, from a Secret. */
    static TemplateCommand encrypted() {
        TemplateCommand command = complete().set("networkEncrypted", "false").set("tls.enabled", "true");
        SERVICES.forEach(service -> command.set("services." + service + ".tlsSecret", service + "-certificate"));
        return command;
    }
}
