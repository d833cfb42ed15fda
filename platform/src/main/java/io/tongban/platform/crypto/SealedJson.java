package io.tongban.platform.crypto;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as JSON, compressed and encrypted for one column of one row.
 *
 * <p>Its JSON is the library's default and not that of a service's API, so that a setting of the API never changes what is stored.
 * The context is that of {@link FieldEncryption}, and each value is large to it.
 */
public final class SealedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FieldEncryption encryption;

    public SealedJson(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** Written as text first: a character that has no form in UTF-8 is replaced and never refused. */
    public byte[] seal(Object content, String context) {
        return encryption.encryptLarge(JSON.writeValueAsString(content), context);
    }

    /** Nothing is stored for nothing. */
    public byte @Nullable [] sealNullable(@Nullable Object content, String context) {
        return content == null ? null : seal(content, context);
    }

    /**
     * The value as it was.
     *
     * @throws DecryptionRefused as {@link FieldEncryption#decrypt}
     */
    public <T> T open(byte[] sealed, String context, Class<T> type) {
        return JSON.readValue(encryption.decryptLargeText(sealed, context), type);
    }

    /**
     * The value of a generic type as it was.
     *
     * @throws DecryptionRefused as {@link FieldEncryption#decrypt}
     */
    public <T> T open(byte[] sealed, String context, TypeReference<T> type) {
        return JSON.readValue(encryption.decryptLargeText(sealed, context), type);
    }

    /**
     * The value as it was, of a type whose shape has changed since some were sealed.
     *
     * @param brought brings an older shape to the present one
     * @throws DecryptionRefused as {@link FieldEncryption#decrypt}
     */
    public <T> T open(byte[] sealed, String context, Class<T> type, Consumer<ObjectNode> brought) {
        ObjectNode content = open(sealed, context, ObjectNode.class);
        brought.accept(content);
        return JSON.treeToValue(content, type);
    }
}
