package io.tongban.insurance.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.insurance.query.Asking;
import io.tongban.insurance.record.Identity;
import io.tongban.platform.crypto.DecryptionRefused;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

@InsuranceServiceTest
class EvidenceTests {

    private static final String PAGE = page(1, 2, row("201701"), row("201702"));

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @Autowired
    private TestDatabase database;

    @Autowired
    private QueryRegister register;

    @Autowired
    private EvidenceArchive archive;

    @Autowired
    private FieldEncryption encryption;

    @BeforeEach
    void reset() {
        bureaux.reset();
        bureaux.answer(bureaux.jianggan(), 2017, "11", 1, PAGE);
    }

    @Test
    void keepsWhatWasAnsweredByWhomWhenAndWhatFor() {
        UUID evidence = evidenceId(ask(new Asking().with("case", "0199-case")));

        Map<String, Object> query =
                database.asRuntime().sql("""
                        select query.id, caller, client, actor, purpose, case_ref, areas::text as areas,
                               kinds::text as kinds, from_month, as_of, duplicate_rows
                        from contribution_query query join evidence on evidence.query_id = query.id
                        where evidence.id = :id
                        """).param("id", evidence).query().singleRow();
        assertThat(query)
                .containsEntry("caller", "service-account-permit-service")
                .containsEntry("client", "permit-service")
                .containsEntry("actor", "clerk-community-330104008008")
                .containsEntry("purpose", "residence-permit/R1")
                .containsEntry("case_ref", "0199-case")
                .containsEntry("areas", "{330104}")
                .containsEntry("kinds", "{11}")
                .containsEntry("as_of", Date.valueOf("2017-04-06"));

        List<Map<String, Object>> exchanges = database.asRuntime()
                .sql("""
                        select id, source, kind, year, page, status, raw, raw_digest, silence
                        from source_exchange where query_id = :id order by year
                        """)
                .param("id", query.get("id"))
                .query()
                .listOfRows();
        assertThat(exchanges).hasSize(2);
        Map<String, Object> of2017 = exchanges.getLast();
        assertThat(of2017)
                .containsEntry("source", "jianggan")
                .containsEntry("kind", "11")
                .containsEntry("year", 2017)
                .containsEntry("page", 1)
                .containsEntry("status", 200)
                .containsEntry("raw_digest", "sha256:" + sha256(PAGE))
                .containsEntry("silence", null);
        assertThat(encryption.decryptText(
                        (byte[]) Objects.requireNonNull(of2017.get("raw")),
                        "source_exchange:" + of2017.get("id") + ":raw"))
                .isEqualTo(PAGE);
    }

    @Test
    void keepsFailedExchangesToo() {
        bureaux.answerAll(bureaux.jianggan(), aResponse().withStatus(503).withBody("busy"));

        UUID evidence = evidenceId(ask(new Asking()));

        assertThat(database.asRuntime().sql("""
                        select status, silence, raw is not null as kept from source_exchange
                        where query_id = (select query_id from evidence where id = :id)
                        """).param("id", evidence).query().listOfRows())
                .hasSize(6)
                .containsOnly(Map.of("status", 503, "silence", "TROUBLE", "kept", true));
        assertThat(database.asRuntime()
                        .sql("select silences::text from evidence where id = :id")
                        .param("id", evidence)
                        .query(String.class)
                        .single())
                .isEqualTo("{\"jianggan\": {\"11\": {\"2016\": \"TROUBLE\", \"2017\": \"TROUBLE\"}}}");
    }

    @Test
    void keepsNothingPersonalInTheClear() {
        ask(new Asking());

        for (String table : List.of("contribution_query", "source_exchange", "evidence", "query_failure")) {
            String everything = String.join(
                    "\n",
                    database.asOwner()
                            .sql("select row::text from %s row".formatted(table))
                            .query(String.class)
                            .list());
            for (String personal : List.of(Asking.ID_NUMBER, Asking.NAME, "杭州甲科技有限公司", "AAE003", "30010001")) {
                assertThat(everything)
                        .as("%s in %s", personal, table)
                        .doesNotContain(personal)
                        .doesNotContain(HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void aCipherTextIsOfNoUseInAnotherRow() {
        UUID first = evidenceId(ask(new Asking()));
        UUID second = evidenceId(ask(new Asking()));
        byte[] cipher = database.asOwner()
                .sql("select jws from evidence where id = :id")
                .param("id", first)
                .query(byte[].class)
                .single();

        assertThatExceptionOfType(DecryptionRefused.class)
                .isThrownBy(() -> encryption.decrypt(cipher, "evidence:" + second + ":jws"));
        assertThat(encryption.decryptText(cipher, "evidence:" + first + ":jws")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contribution_query", "source_exchange", "evidence", "query_failure"})
    void theServiceCannotChangeOrRemoveWhatIsOnRecord(String table) {
        ask(new Asking());
        for (String change : List.of(
                "update %s set %s = %2$s",
                "delete from %s where %s is null",
                "truncate %s",
                "drop table %s",
                "alter table %s disable trigger all")) {
            String column = table.equals("query_failure") ? "query_id" : "id";
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> database.asRuntime()
                            .sql(change.formatted(table, column))
                            .update())
                    .havingRootCause()
                    .withMessageMatching("(?s).*(permission denied for table|must be owner of table).*");
        }
        assertThat(database.asRuntime()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .isNotNull();
    }

    @Test
    void signsWhatItHandsOutSoThatAnyoneCanCheckIt() throws Exception {
        DocumentContext answer = ask(new Asking());
        JWSObject signed = JWSObject.parse(answer.read("$.jws"));
        ECKey key = (ECKey) publicKeys().getKeyByKeyId(signed.getHeader().getKeyID());

        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(signed.getHeader().getType().getType()).isEqualTo("contribution-record+jws");
        Map<String, Object> handedOut = answer.read("$");
        Map<String, Object> payload =
                JsonPath.parse(signed.getPayload().toString()).read("$");
        assertThat(payload.keySet())
                .containsExactlyInAnyOrder("evidenceId", "asOf", "coverage", "rows", "duplicateRows");
        payload.forEach((name, value) -> assertThat(handedOut).containsEntry(name, value));
        assertThat(payload.get("rows"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void aChangedRowBreaksTheSignature() throws Exception {
        JWSObject signed = JWSObject.parse(ask(new Asking()).read("$.jws"));
        ECKey key = (ECKey) publicKeys().getKeyByKeyId(signed.getHeader().getKeyID());
        String changed = signed.getPayload().toString().replace("\"posted\":\"1\"", "\"posted\":\"0\"");
        assertThat(changed).isNotEqualTo(signed.getPayload().toString());

        JWSObject forged =
                new JWSObject(signed.getHeader().toBase64URL(), Base64URL.encode(changed), signed.getSignature());

        assertThat(forged.verify(new ECDSAVerifier(key))).isFalse();
    }

    @Test
    void keepsTheSignatureAsItWasHandedOut() {
        DocumentContext answer = ask(new Asking());

        assertThat(archive.jws(new EvidenceId(evidenceId(answer)))).contains(answer.read("$.jws"));
    }

    @Test
    void publishesNoPrivateKey() {
        assertThat(publicKeys().getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
    }

    @Test
    void findsAllQueriesAboutAPersonWhicheverWayTheNumberIsWritten() {
        UUID evidence =
                evidenceId(ask(new Asking().with("identity", Map.of("idNumber", "330106800101001", "name", "李四"))));

        List<RegisteredQuery> found = register.about(Identity.of("３３０１０６１９８００１０１００１３", "李四"));

        assertThat(found).singleElement().satisfies(query -> {
            assertThat(query.evidence()).isEqualTo(new EvidenceId(evidence));
            assertThat(query.reason().purpose()).isEqualTo("residence-permit/R1");
        });
        assertThat(register.about(Identity.of("330106198001010021", "李四"))).isEmpty();
    }

    @Test
    void showsThatAQueryFailedWhereItsEvidenceCannotBeKept() {
        String person = "339999198001010019";
        Asking asking = new Asking().with("identity", Map.of("idNumber", person, "name", "赵五"));
        database.asOwner()
                .sql("revoke insert on evidence from " + database.runtimeRole())
                .update();
        try {
            asking.send(http, tokens)
                    .expectStatus()
                    .is5xxServerError()
                    .expectBody()
                    .jsonPath("$.rows")
                    .doesNotExist();
        } finally {
            database.asOwner()
                    .sql("grant insert on evidence to " + database.runtimeRole())
                    .update();
        }

        List<RegisteredQuery> found = register.about(Identity.of(person, "赵五"));

        assertThat(found)
                .singleElement()
                .satisfies(query -> assertThat(query.evidence()).isNull());
        QueryId query = found.getFirst().id();
        assertThat(count("query_failure", query)).isOne();
        assertThat(count("source_exchange", query)).as("all or nothing").isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contribution_query_person | select id from contribution_query where person_index = 'x' order by asked_at desc
            contribution_query_case   | select id from contribution_query where case_ref = 'x'
            source_exchange_query     | select id from source_exchange where query_id = '00000000-0000-7000-8000-000000000000'
            evidence_query_once       | select id from evidence where query_id = '00000000-0000-7000-8000-000000000000'
            evidence_pk               | select jws from evidence where id = '00000000-0000-7000-8000-000000000000'
            """)
    void hasAnIndexForEachQuestion(String index, String question) {
        JdbcClient withoutScans = JdbcClient.create(new DriverManagerDataSource(
                database.url() + (database.url().contains("?") ? "&" : "?") + "options=-c%20enable_seqscan=off",
                database.ownerRole(),
                database.password()));

        String plan = String.join(
                "\n",
                withoutScans.sql("explain " + question).query(String.class).list());

        assertThat(plan).contains(index);
    }

    private long count(String table, QueryId query) {
        return database.asOwner()
                .sql("select count(*) from %s where query_id = :id".formatted(table))
                .param("id", query.value())
                .query(Long.class)
                .single();
    }

    private DocumentContext ask(Asking asking) {
        byte[] body = asking.send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
    }

    private static UUID evidenceId(DocumentContext answer) {
        return UUID.fromString(answer.read("$.evidenceId"));
    }

    private JWKSet publicKeys() {
        byte[] body = http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try {
            return JWKSet.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new AssertionError("no key set", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
