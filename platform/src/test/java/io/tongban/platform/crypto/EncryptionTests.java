package io.tongban.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tongban.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;

/** Encryption, blind indexes and signatures from key files, also after a rotation. */
class EncryptionTests {

    private static final String CONTEXT = "document:17:raw";
    private static final String SECRET = "居住证 330104199001010013";

    @TempDir
    private Path temporary;

    private Path directory = Path.of("");

    @BeforeEach
    void makeKeys() throws IOException {
        directory = temporary.resolve("keys");
        KeyFiles.in(directory).generate();
    }

    @Test
    void whatIsEncryptedCanBeReadAgainInItsContextOnly() {
        FieldEncryption encryption = encryption();
        byte[] cipher = encryption.encrypt(SECRET, CONTEXT);

        assertThat(encryption.decryptText(cipher, CONTEXT)).isEqualTo(SECRET);
        assertThat(new String(cipher, StandardCharsets.UTF_8)).doesNotContain("3301041990");
        assertThat(encryption.encrypt(SECRET, CONTEXT))
                .as("never the same twice")
                .isNotEqualTo(cipher);
        assertThatThrownBy(() -> encryption.decrypt(cipher, "document:18:raw"))
                .isInstanceOf(DecryptionRefused.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aValueIsSealedAsItsJsonInItsContextOnly() {
        FieldEncryption encryption = encryption();
        SealedJson json = new SealedJson(encryption);
        byte[] sealed = json.seal(new Kept(LocalDate.of(2017, 4, 6), List.of(SECRET), null), CONTEXT);

        assertThat(encryption.decryptLargeText(sealed, CONTEXT))
                .as("stored for years: neither names nor forms may change")
                .isEqualTo("{\"on\":\"2017-04-06\",\"numbers\":[\"" + SECRET + "\"],\"until\":null}");
        assertThat(json.open(sealed, CONTEXT, Kept.class).numbers()).containsExactly(SECRET);
        assertThat(json.open(sealed, CONTEXT, Kept.class, older -> older.put("until", "2018-04-06"))
                        .until())
                .isEqualTo("2018-04-06");
        assertThat(json.open(json.seal(List.of(1), CONTEXT), CONTEXT, new TypeReference<List<Integer>>() {}))
                .containsExactly(1);
        assertThat(json.sealNullable(null, CONTEXT)).isNull();
        assertThatThrownBy(() -> json.open(sealed, "document:18:raw", Kept.class))
                .isInstanceOf(DecryptionRefused.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void whatIsLargeIsShortAndCanBeReadAgainInItsContextOnly() {
        FieldEncryption encryption = encryption();
        String large = SECRET.repeat(1000);
        byte[] cipher = encryption.encryptLarge(large, CONTEXT);

        assertThat(cipher).hasSizeLessThan(600);
        assertThat(encryption.decryptLargeText(cipher, CONTEXT)).isEqualTo(large);
        assertThatThrownBy(() -> encryption.decryptLarge(cipher, "document:18:raw"))
                .isInstanceOf(DecryptionRefused.class)
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> encryption.decrypt(cipher, CONTEXT))
                .as("never read as what it is not")
                .isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void whatWasLargeBeforeItWasPackedIsStillRead() {
        FieldEncryption encryption = encryption();
        byte[] likePacked = Packed.of(SECRET.getBytes(StandardCharsets.UTF_8)).bytes();

        assertThat(encryption.decryptLargeText(encryption.encrypt(SECRET, CONTEXT), CONTEXT))
                .isEqualTo(SECRET);
        assertThat(encryption.decryptLarge(encryption.encrypt(likePacked, CONTEXT), CONTEXT))
                .as("whatever its bytes look like")
                .isEqualTo(likePacked);
        assertThatThrownBy(() -> encryption.decryptLarge(encryption.encrypt(SECRET, "packed:" + CONTEXT), CONTEXT))
                .as("not packed, whatever its context says")
                .isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void aDigestIsThatOfTheBytes() {
        assertThat(Sha256.hex("abc")) // FIPS 180-2, B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.named("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("sha256:" + Sha256.hex("abc"));
    }

    @Test
    void whatWasChangedIsRefused() {
        byte[] cipher = encryption().encrypt(SECRET, CONTEXT);
        cipher[cipher.length - 1] ^= 1;
        assertThatThrownBy(() -> encryption().decrypt(cipher, CONTEXT)).isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> encryption().decrypt(new byte[0], CONTEXT)).isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void eachByteThatWasChangedInWhatIsLargeIsRefused() {
        byte[] cipher = encryption().encryptLarge(SECRET, CONTEXT);
        FieldEncryption encryption = encryption();
        for (int i = 0; i < cipher.length; i++) {
            byte[] changed = cipher.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> encryption.decryptLarge(changed, CONTEXT)).isInstanceOf(DecryptionRefused.class);
        }
        assertThatThrownBy(() -> encryption.decryptLarge(new byte[0], CONTEXT)).isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void theKeysOfAnotherServiceReadNothing() throws IOException {
        byte[] cipher = encryption().encrypt(SECRET, CONTEXT);
        Path other = temporary.resolve("other");
        KeyFiles.in(other).generate();
        FieldEncryption stranger = new FieldEncryption(new FileKeys(other).fieldEncryption());
        assertThatThrownBy(() -> stranger.decrypt(cipher, CONTEXT)).isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void aRotationEncryptsWithTheNewKeyAndStillReadsTheOld() throws IOException {
        FieldEncryption before = encryption();
        byte[] old = before.encrypt(SECRET, CONTEXT);

        KeyFiles.in(directory).add();
        FieldEncryption between = encryption();
        assertThat(before.decryptText(between.encrypt(SECRET, CONTEXT), CONTEXT))
                .as("a replica that does not have the new key yet reads what one that has it writes")
                .isEqualTo(SECRET);

        KeyFiles.in(directory).promote();
        FieldEncryption after = encryption();
        byte[] fresh = after.encrypt(SECRET, CONTEXT);
        assertThat(after.decryptText(old, CONTEXT)).isEqualTo(SECRET);
        assertThat(between.decryptText(fresh, CONTEXT)).isEqualTo(SECRET);
        assertThatThrownBy(() -> before.decrypt(fresh, CONTEXT))
                .as("the new key is really used")
                .isInstanceOf(DecryptionRefused.class);
    }

    @Test
    void aRotationSignsWithTheNewKeyAndStillPublishesTheOld() throws Exception {
        String old = signing()
                .sign(new JWTClaimsSet.Builder().subject("s").build(), "receipt+jwt")
                .serialize();

        KeyFiles.in(directory).add();
        String between = signing()
                .sign(new JWTClaimsSet.Builder().subject("s").build(), "receipt+jwt")
                .serialize();
        KeyFiles.in(directory).promote();
        String fresh = signing()
                .sign(new JWTClaimsSet.Builder().subject("s").build(), "receipt+jwt")
                .serialize();

        assertThat(keyId(between)).isEqualTo(keyId(old));
        assertThat(keyId(fresh)).isNotEqualTo(keyId(old));
        assertThat(verified(old)).isTrue();
        assertThat(verified(fresh)).isTrue();
        assertThat(new FileKeys(directory).signing().getKeys().stream().filter(JWK::isPrivate))
                .as("nobody can sign with the old key any more")
                .hasSize(1);
    }

    @Test
    void whatIsPublishedHasNoPrivatePart() {
        assertThat(signing().publicKeys().getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
        assertThat(signing().publicKeys().toString()).doesNotContain("\"d\"");
    }

    @Test
    void signedContentSaysWhatItIs() throws Exception {
        JWSObject signed = JWSObject.parse(signing().sign("{}".getBytes(StandardCharsets.UTF_8), "record+json"));
        assertThat(signed.getHeader().getType()).hasToString("record+json");
        assertThat(signed.getPayload().toString()).isEqualTo("{}");
        assertThat(signed.verify(new ECDSAVerifier(
                        (ECKey) signing().publicKeys().getKeys().getFirst())))
                .isTrue();
    }

    @Test
    void aBlindIndexIsTheSameForTheSameAndSaysNothingAcrossPurposes() throws IOException {
        BlindIndex index = new BlindIndex(new FileKeys(directory).blindIndex());
        String found = index.of("person", "330104199001010013");
        assertThat(found).matches("[A-Za-z0-9_-]{43}").isEqualTo(index.of("person", "330104199001010013"));
        assertThat(index.of("other", "330104199001010013")).isNotEqualTo(found);
        assertThat(index.of("person", "330104199001010014")).isNotEqualTo(found);

        KeyFiles.in(directory).add();
        KeyFiles.in(directory).promote();
        assertThat(new BlindIndex(new FileKeys(directory).blindIndex()).of("person", "330104199001010013"))
                .as("a rotation leaves it alone, or nothing stored would be found")
                .isEqualTo(found);
        assertThatThrownBy(() -> index.of("per\0son", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keyFilesAreForTheirOwnerOnlyAndNeverOverwritten() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        for (String name : List.of(KeyFiles.FIELD_ENCRYPTION, KeyFiles.BLIND_INDEX, KeyFiles.SIGNING)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-------");
        }
        String before = Files.readString(directory.resolve(KeyFiles.BLIND_INDEX));
        assertThatThrownBy(() -> KeyFiles.in(directory).generate()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.resolve(KeyFiles.BLIND_INDEX)).hasContent(before);
    }

    @Test
    void aMissingOrBrokenFileIsRefusedWithARemedy() throws IOException {
        Files.delete(directory.resolve(KeyFiles.SIGNING));
        assertThatThrownBy(this::signing).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused).hasMessageContaining("signing.json does not exist");
            assertThat(refused.remedy()).contains("keys generate DIR");
        });
        Files.writeString(directory.resolve(KeyFiles.FIELD_ENCRYPTION), "{}");
        assertThatThrownBy(this::encryption)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("field-encryption.json cannot be read as a key file");
    }

    private FieldEncryption encryption() {
        return new FieldEncryption(new FileKeys(directory).fieldEncryption());
    }

    private SigningKeys signing() {
        return new SigningKeys(new FileKeys(directory).signing());
    }

    private static String keyId(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private boolean verified(String token) throws Exception {
        SignedJWT parsed = SignedJWT.parse(token);
        JWK key = signing().publicKeys().getKeyByKeyId(parsed.getHeader().getKeyID());
        return parsed.verify(new ECDSAVerifier((ECKey) key));
    }

    private record Kept(
            LocalDate on, List<String> numbers, @Nullable String until) {}
}
