package io.tongban.engine.guide;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.rule.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What every guide says beside its standard.
 *
 * @param address where the public reaches this network, without a slash at the end; empty: addresses are written as paths
 * @param remedy how a decision can be contested
 * @param remedyBasis the law that says so, cited in Chinese
 */
public record Surroundings(String address, Text remedy, String remedyBasis) {

    /** With the published text about contesting a decision that is built in. */
    public static Surroundings builtIn(String address) {
        String name = "standards/remedies.yaml";
        try (InputStream file = Surroundings.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the guide was built without " + name);
            }
            DocumentNode refusal = DocumentNode.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .get("refusal");
            return new Surroundings(
                    address.replaceAll("/+$", ""),
                    new Text(
                            refusal.get("zh").text().strip(),
                            refusal.get("en").text().strip()),
                    refusal.get("basis").text());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Where the windows that take the item are looked up: the public search of the network. */
    String windowsFor(String item) {
        return address + "/api/v1/windows?item=" + item;
    }

    /** Where the version itself is read. */
    String standard(String item, String version) {
        return address + "/api/v1/standards/" + item + "/" + version;
    }
}
