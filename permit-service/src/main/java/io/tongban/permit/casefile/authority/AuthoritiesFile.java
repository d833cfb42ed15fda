package io.tongban.permit.casefile.authority;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published list of authorities as a document. */
final class AuthoritiesFile {

    private AuthoritiesFile() {}

    /** @throws io.tongban.engine.document.DocumentInvalid if the list is not written as it must be, or contradicts itself */
    static Authorities read(DocumentNode file) {
        DocumentNode list = file.get("authorities");
        List<Authority> authorities =
                list.items().stream().map(AuthoritiesFile::authority).toList();
        if (authorities.isEmpty()) {
            throw list.invalid("there is no authority", "name at least one body that decides");
        }
        try {
            return new Authorities(authorities);
        } catch (IllegalArgumentException contradiction) {
            throw list.invalid(
                    String.valueOf(contradiction.getMessage()),
                    "let each district have one body of a kind on each day");
        }
    }

    private static Authority authority(DocumentNode node) {
        DocumentNode districts = node.get("districts");
        if (districts.items().isEmpty()) {
            throw districts.invalid("the body answers for no district", "name at least one code");
        }
        Set<String> codes = districts.items().stream().map(DocumentNode::text).collect(Collectors.toSet());
        try {
            return new Authority(
                    new AuthorityId(node.get("id").text()),
                    node.get("kind").text(),
                    new Authority.Name(
                            node.get("name").get("zh").text(),
                            node.get("name").get("en").text()),
                    codes,
                    date(node, "from"),
                    date(node, "until"),
                    node.find("successor").map(id -> new AuthorityId(id.text())).orElse(null));
        } catch (IllegalArgumentException contradiction) {
            throw node.invalid(
                    String.valueOf(contradiction.getMessage()), "write it as the other bodies of the list are written");
        }
    }

    private static @Nullable LocalDate date(DocumentNode node, String key) {
        return node.find(key).map(DocumentNode::date).orElse(null);
    }
}
