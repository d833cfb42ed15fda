package io.tongban.permit.casefile.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How a decision can be contested: a published text that every refusal carries. */
record Remedies(Remedy againstRefusal) {

    /** @throws IllegalArgumentException naming the file if the text is not complete */
    static Remedies read(Resource file) throws IOException {
        try (InputStream source = file.getInputStream()) {
            Map<String, Map<String, Object>> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(source);
            Map<String, Object> refusal = content.get("refusal");
            if (refusal == null
                    || !(refusal.get("id") instanceof String id)
                    || !(refusal.get("zh") instanceof String zh)
                    || !(refusal.get("en") instanceof String en)
                    || !(refusal.get("basis") instanceof String basis)) {
                throw new IllegalArgumentException(
                        file.getDescription() + ": 'refusal' must have 'id', 'zh', 'en' and 'basis'");
            }
            return new Remedies(new Remedy(id, zh.strip(), en.strip(), basis));
        }
    }

    /** One text with its reference and its basis in law. */
    record Remedy(String id, String zh, String en, String basis) {}
}
