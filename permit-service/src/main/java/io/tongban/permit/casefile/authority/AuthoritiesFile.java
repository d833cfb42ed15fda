package io.tongban.permit.casefile.authority;

import static io.tongban.engine.document.Key.optional;
import static io.tongban.engine.document.Key.required;
import static io.tongban.engine.document.Shape.Plain.DAY;
import static io.tongban.engine.document.Shape.Plain.TEXT;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Shape.Form;
import io.tongban.engine.document.Shape.ListOf;
import io.tongban.engine.document.Shape.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published list of authorities as a document. */
final class AuthoritiesFile {

    private static final Table AUTHORITY = Table.of(
            "authority",
            required("id", TEXT, "The name in cases and requests; it never changes."),
            required(
                    "kind",
                    new Form("[a-z]+(-[a-z]+)*", "'%s' is no kind of body", "write small letters, such as police"),
                    "The kind of body, as standards name it."),
            required(
                    "name",
                    Table.of(
                            "name",
                            required("zh", TEXT, "The name in Chinese."),
                            required("en", TEXT, "The name in English.")),
                    "The name that people read."),
            required(
                    "districts",
                    new ListOf(new Form("\\d{6}", "'%s' is no district", "write a code of six digits")),
                    "The codes of the districts for which it answers."),
            optional("from", DAY, "Its first day."),
            optional("until", DAY, "Its last day."),
            optional("successor", TEXT, "The id of the body to which it hands its cases."));

    private static final Table LIST = Table.of(
            "authorities", required("authorities", new ListOf(AUTHORITY), "The bodies that decide, past and present."));

    private AuthoritiesFile() {}

    /** @throws io.tongban.engine.document.DocumentInvalid if the list is not written as it must be, or contradicts itself */
    static Authorities read(DocumentNode file) {
        LIST.require(file);
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
