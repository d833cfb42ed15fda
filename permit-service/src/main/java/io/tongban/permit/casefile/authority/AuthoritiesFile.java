package io.tongban.permit.casefile.authority;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published list of authorities as a YAML file. */
final class AuthoritiesFile {

    private static final Set<String> MEMBERS = Set.of("id", "kind", "name", "districts", "from", "until", "successor");

    private final Resource file;

    AuthoritiesFile(Resource file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException naming the file and the authority that is not written as it must be */
    Authorities read() throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (InputStream source = file.getInputStream()) {
            Map<String, List<Map<String, Object>>> content = new Yaml(new SafeConstructor(strict)).load(source);
            List<Map<String, Object>> entries = content.get("authorities");
            if (entries == null || entries.isEmpty()) {
                throw new IllegalArgumentException("no list 'authorities'");
            }
            return new Authorities(
                    entries.stream().map(AuthoritiesFile::authority).toList());
        } catch (ClassCastException | IllegalArgumentException cause) {
            throw new IllegalArgumentException(file.getDescription() + ": " + cause.getMessage(), cause);
        }
    }

    private static Authority authority(Map<String, Object> entry) {
        Set<String> unknown = new TreeSet<>(entry.keySet());
        unknown.removeAll(MEMBERS);
        String id = text(entry, "id");
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    id + ": unknown members " + unknown + "; known are " + new TreeSet<>(MEMBERS));
        }
        if (!(entry.get("name") instanceof Map<?, ?> name)
                || !(name.get("zh") instanceof String zh)
                || !(name.get("en") instanceof String en)) {
            throw new IllegalArgumentException(id + ": 'name' must have 'zh' and 'en'");
        }
        String successor = optionalText(entry, "successor");
        return new Authority(
                new AuthorityId(id),
                kind(entry),
                new Authority.Name(zh, en),
                districts(id, entry.get("districts")),
                date(entry, "from"),
                date(entry, "until"),
                successor == null ? null : new AuthorityId(successor));
    }

    private static String kind(Map<String, Object> entry) {
        String kind = text(entry, "kind");
        if (!kind.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("'kind' is a word in small letters, such as police, not " + kind);
        }
        return kind;
    }

    private static Set<String> districts(String id, @Nullable Object value) {
        Set<String> codes = new HashSet<>();
        if (value instanceof List<?> list) {
            for (Object code : list) {
                if (!(code instanceof String text) || !text.matches("\\d{6}")) {
                    throw new IllegalArgumentException(id + ": a district is a quoted code of six digits, not " + code);
                }
                codes.add(text);
            }
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(id + ": 'districts' must name at least one code");
        }
        return codes;
    }

    private static String text(Map<String, Object> entry, String member) {
        String value = optionalText(entry, member);
        if (value == null) {
            throw new IllegalArgumentException("an authority without '" + member + "'");
        }
        return value;
    }

    private static @Nullable String optionalText(Map<String, Object> entry, String member) {
        Object value = entry.get(member);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException("'" + member + "' must be a quoted text, not " + value);
    }

    private static @Nullable LocalDate date(Map<String, Object> entry, String member) {
        String value = optionalText(entry, member);
        return value == null ? null : LocalDate.parse(value);
    }
}
