package io.tongban.bench.growth;

import io.tongban.bench.growth.ModelCase.Cell;
import io.tongban.bench.growth.ModelCase.ModelRow;
import io.tongban.engine.verify.ChainedEvent;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.crypto.Sha256;
import io.tongban.platform.crypto.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a case under new names: encrypted for their new place, the ledger chained and its heads signed anew. */
final class CopiedCase {

    /** As the database writes an instant in text. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(Locale.ROOT);

    private final ModelCase model;
    private final Names names;
    private final Map<String, FieldEncryption> encryption;
    private final SigningKeys signing;
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final List<Map<String, @Nullable String>> events = new ArrayList<>();

    CopiedCase(ModelCase model, Names names, Map<String, FieldEncryption> encryption, SigningKeys signing) {
        this.model = model;
        this.names = names;
        this.encryption = encryption;
        this.signing = signing;
        CopiedTable ledger = CopiedTable.ALL.stream()
                .filter(table -> table.name().equals(CopiedTable.LEDGER))
                .findFirst()
                .orElseThrow();
        for (ModelRow row : model.rows(ledger)) {
            events.add(event(copied(ledger, row)));
        }
    }

    /** The rows of a table; every row has the columns of the table in their order. */
    List<Map<String, @Nullable String>> rows(CopiedTable table) {
        if (table.name().equals(CopiedTable.LEDGER)) {
            return events;
        }
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (ModelRow row : model.rows(table)) {
            Map<String, @Nullable String> copied = copied(table, row);
            if (table.name().equals(CopiedTable.HEADS)) {
                sign(copied);
            } else if (copied.containsKey("ledger_hash")) {
                copied.put("ledger_hash", hashes.get(text(copied, "ledger_seq")));
            }
            rows.add(copied);
        }
        return rows;
    }

    private Map<String, @Nullable String> event(Map<String, @Nullable String> row) {
        String seq = text(row, "seq");
        String previous = hashes.isEmpty()
                ? ChainedEvent.GENESIS
                : List.copyOf(hashes.values()).getLast();
        String sealed = row.get("sealed");
        String hash = new ChainedEvent(
                        UUID.fromString(names.caseId()),
                        Long.parseLong(seq),
                        text(row, "type"),
                        instant(text(row, "at")),
                        instant(text(row, "business_at")),
                        text(row, "actor"),
                        uuid(row.get("actor_window")),
                        uuid(row.get("visit")),
                        text(row, "payload"),
                        sealed == null ? null : Sha256.hex(HexFormat.of().parseHex(sealed.substring(2))),
                        previous)
                .hash();
        row.put("prev_hash", previous);
        row.put("hash", hash);
        hashes.put(seq, hash);
        return row;
    }

    private void sign(Map<String, @Nullable String> head) {
        String seq = text(head, "seq");
        String hash = Objects.requireNonNull(hashes.get(seq));
        byte[] content = ChainedEvent.signedHead(
                UUID.fromString(names.caseId()), Long.parseLong(seq), hash, instant(text(head, "signed_at")));
        head.put("hash", "\\x" + hash);
        head.put(
                "signature",
                "\\x" + HexFormat.of().formatHex(signing.signDetached(content).bytes()));
    }

    private Map<String, @Nullable String> copied(CopiedTable table, ModelRow row) {
        FieldEncryption sealed = Objects.requireNonNull(encryption.get(table.database()));
        Map<String, @Nullable String> copied = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> copied.put(column, copied(sealed, cell)));
        return copied;
    }

    private @Nullable String copied(FieldEncryption sealed, Cell cell) {
        return switch (cell) {
            case Cell.Nothing nothing -> null;
            case Cell.Open open -> open.text().with(names);
            case Cell.Sealed value -> cipher(sealed, value);
        };
    }

    private String cipher(FieldEncryption encryption, Cell.Sealed value) {
        byte[] plain = value.plain().with(names).getBytes(StandardCharsets.ISO_8859_1);
        String context = value.context().with(names);
        byte[] cipher = value.large() ? encryption.encryptLarge(plain, context) : encryption.encrypt(plain, context);
        String hex = "\\x" + HexFormat.of().formatHex(cipher);
        return value.isArray() ? "{\"\\" + hex + "\"}" : hex;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text, INSTANT).toInstant();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static String text(Map<String, @Nullable String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
